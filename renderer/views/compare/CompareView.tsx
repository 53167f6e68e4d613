import { useQuery } from '@tanstack/react-query';
import { useText } from '#renderer/app/text.tsx';
import { useApi } from '#renderer/client/ApiProvider.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import type { ComparisonDto } from '#shared/contract/compare.ts';
import { ChangedUnits } from './ChangedUnits.tsx';
import { ChangeMap } from './ChangeMap.tsx';
import { ChangeTiles } from './ChangeTiles.tsx';
import classes from './CompareView.module.css';
import { CoverageChanges } from './CoverageChanges.tsx';
import { CutPair } from './CutPair.tsx';
import { TransitionMatrix } from './TransitionMatrix.tsx';
import { type ComparisonChoice, useComparison } from './use-comparison.ts';

/** So sánh: what changed between two cuts. */
export function CompareView() {
  const { t } = useText();
  const choice = useComparison();
  if (choice.from === null || choice.to === null) return <EmptyState title={t('empty.noData')} />;
  return <Comparison choice={choice} from={choice.from} to={choice.to} />;
}

function Comparison(props: {
  readonly choice: ComparisonChoice;
  readonly from: string;
  readonly to: string;
}) {
  const { t } = useText();
  const { choice, from, to } = props;
  const { level, side } = choice;
  const query = useQuery(
    useApi().compare.cuts.queryOptions({
      input: { from, to, level, side },
      placeholderData: (before) => (before?.level === level && before.side === side ? before : undefined),
    }),
  );
  const { data } = query;
  const lead =
    from === to
      ? t('compare.same')
      : data &&
        t('compare.lead', {
          common: data.common,
          improved: data.improved.length,
          regressed: data.regressed.length,
          unchanged: data.unchanged,
        });
  return (
    <div className={classes.page} aria-busy={query.isPlaceholderData || undefined}>
      <Toolbar lead={lead}>
        <CutPair choice={choice} />
      </Toolbar>
      {data === undefined || query.isError ? <QueryState query={query} /> : <Result comparison={data} />}
    </div>
  );
}

function Result({ comparison }: { readonly comparison: ComparisonDto }) {
  const { t } = useText();
  return (
    <>
      <ChangeTiles comparison={comparison} />
      <div className={classes.columns}>
        <ChangeMap comparison={comparison} className={classes.map} />
        <div className={classes.column}>
          <Panel title={t('compare.matrix')}>
            <TransitionMatrix
              transitions={comparison.transitions}
              side={comparison.side}
              cut={comparison.to.id}
            />
            <p className={classes.note}>{t('compare.apart')}</p>
            <p className={classes.note}>{t('compare.rules')}</p>
          </Panel>
          <CoverageChanges comparison={comparison} className={classes.provinces} />
        </div>
        <ChangedUnits
          key={`${comparison.from.id} ${comparison.to.id} ${comparison.level} ${comparison.side}`}
          comparison={comparison}
          className={classes.units}
        />
      </div>
    </>
  );
}
