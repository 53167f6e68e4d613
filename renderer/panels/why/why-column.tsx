import { type Names, useNames } from '#renderer/ground/names.tsx';
import type { Column } from '#renderer/tables/column.ts';
import type { WhySubject } from '#shared/contract/why.ts';
import { WhyButton } from './WhyButton.tsx';

/** A column of 'Vì sao?' buttons, one for the unit of each row. */
export function whyColumn<Row extends { readonly code: string }>(
  header: string,
  cut: string | undefined,
  aboutOf: (row: Row) => WhySubject = ({ code }) => ({ what: 'unit', unit: code }),
): Column<Row> {
  return {
    key: 'why',
    header,
    value: null,
    width: '2.5rem',
    cell: (row) => <RowButton code={row.code} about={aboutOf(row)} cut={cut} />,
  };
}

function RowButton(props: {
  readonly code: string;
  readonly about: WhySubject;
  readonly cut: string | undefined;
}) {
  const names: Names = useNames();
  return <WhyButton name={names.fullName(props.code)} about={props.about} cut={props.cut} />;
}
