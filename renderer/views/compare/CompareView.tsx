import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { NoDataYet } from '#renderer/ui/NoDataYet.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import type { ComparisonDto } from '#shared/contract/compare.ts';
import { compareLead } from '#shared/text/compare-text.ts';
import { ChangedUnits } from './ChangedUnits.tsx';
import { ChangeMap } from './ChangeMap.tsx';
import { ChangeTiles } from './ChangeTiles.tsx';
import classes from './CompareView.module.css';
import { CoverageChanges } from './CoverageChanges.tsx';
import { CutPair } from './CutPair.tsx';
import { SourceMarks } from './SourceMarks.tsx';
import { TransitionMatrix } from './TransitionMatrix.tsx';
import { type ComparisonChoice, sourceInput, useComparison } from './use-comparison.ts';

/** So sánh: what changed between two cuts, of this machine or of files that are open. */
export function CompareView() {
  const { t } = useText();
  const choice = useComparison();
  const { from, to } = choice;
  if (from.cut === null || to.cut === null) return <NoDataYet />;
  if (to.cuts.length === 1 && choice.sources.length === 1)
    return (
      <EmptyState
        title={t('compare.onlyOne')}
        hint={t('compare.onlyOne.hint')}
        action={<AppLink to="/tep-so-lieu">{t('compare.onlyOne.file')}</AppLink>}
      />
    );
  return <Comparison choice={choice} from={from.cut} to={to.cut} />;
}

function Comparison(props: {
  readonly choice: ComparisonChoice;
  readonly from: string;
  readonly to: string;
}) {
  const { t } = useText();
  const { choice, from, to } = props;
  const { level, side } = choice;
  const [fromSource, toSource] = [sourceInput(choice.from), sourceInput(choice.to)];
  const query = useQuery(
    useApi().compare.cuts.queryOptions({
      input: {
        from,
        to,
        level,
        side,
        ...(fromSource === undefined ? {} : { fromSource }),
        ...(toSource === undefined ? {} : { toSource }),
      },
      placeholderData: (before) => (before?.level === level && before.side === side ? before : undefined),
    }),
  );
  const { data } = query;
  const lead = from === to && fromSource === toSource ? t('compare.same') : data && compareLead({ t }, data);
  return (
    <div className={classes.page} aria-busy={query.isPlaceholderData || undefined}>
      <Toolbar lead={lead}>
        <CutPair choice={choice} />
      </Toolbar>
      <SourceMarks choice={choice} />
      {data === undefined || query.isError ? (
        <QueryState query={query} />
      ) : (
        <Result comparison={data} sides={`${fromSource} ${toSource}`} />
      )}
    </div>
  );
}

function Result(props: { readonly comparison: ComparisonDto; readonly sides: string }) {
  const { t } = useText();
  const { comparison } = props;
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
            <p className={classes.note}>
              {t(comparison.sameRules ? 'compare.rules' : 'compare.rules.differ')}
            </p>
          </Panel>
          <CoverageChanges comparison={comparison} className={classes.provinces} />
        </div>
        <ChangedUnits
          key={`${props.sides} ${comparison.from.id} ${comparison.to.id} ${comparison.level} ${comparison.side}`}
          comparison={comparison}
          className={classes.units}
        />
      </div>
    </>
  );
}
