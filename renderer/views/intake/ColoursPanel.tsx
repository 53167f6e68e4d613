import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { colourLines } from '#shared/text/proof-text.ts';
import classes from './Inspector.module.css';
import { useProblemNames } from './use-problem-names.ts';

/** Màu sẽ thay đổi: whose colours the file would change, tried and undone before anybody takes it in. */
export function ColoursPanel({ id }: { readonly id: string }) {
  const { t } = useText();
  const names = useProblemNames();
  const query = useQuery(useApi().intake.colours.queryOptions({ input: { id } }));
  const { data } = query;
  return (
    <Panel title={t('intake.colours.panel')}>
      {data === undefined ? (
        <QueryState query={query} />
      ) : (
        <ul className={classes.proof}>
          {(data === null ? [t('intake.colours.untold')] : colourLines(data, { t }, names)).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
