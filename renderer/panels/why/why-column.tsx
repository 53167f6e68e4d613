import { useNames } from '#renderer/ground/names.tsx';
import type { Column } from '#renderer/tables/column.ts';
import type { WhySubject } from '#shared/contract/why.ts';
import { WhyButton } from './WhyButton.tsx';

/** A column of 'Vì sao?' buttons, one for the unit of each row, or for what else a row is of. */
export function whyColumn<Row extends { readonly code: string }>(
  header: string,
  cut: string | undefined,
  aboutOf: (row: Row) => WhySubject = ({ code }) => ({ what: 'unit', unit: code }),
  nameOf?: (row: Row) => string,
): Column<Row> {
  return {
    key: 'why',
    header,
    value: null,
    width: '2.5rem',
    cell: (row) => <RowButton code={row.code} name={nameOf?.(row)} about={aboutOf(row)} cut={cut} />,
  };
}

function RowButton(props: {
  readonly code: string;
  readonly name: string | undefined;
  readonly about: WhySubject;
  readonly cut: string | undefined;
}) {
  const names = useNames();
  return <WhyButton name={props.name ?? names.fullName(props.code)} about={props.about} cut={props.cut} />;
}
