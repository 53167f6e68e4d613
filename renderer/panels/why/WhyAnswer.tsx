import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { WhyAnswerDto, WhySubject } from '#shared/contract/why.ts';
import classes from './Why.module.css';
import { WhyFigures } from './WhyFigures.tsx';
import { WhySources } from './WhySources.tsx';
import { WhyTasks } from './WhyTasks.tsx';
import { whyList } from './why-list.ts';

/** Rule and thresholds, the figures held against them, the files they came from, and the list behind them. */
export function WhyAnswer(props: { readonly about: WhySubject; readonly cut: string | undefined }) {
  const { about, cut } = props;
  const input = cut === undefined ? { about } : { about, cut };
  const query = useQuery(useApi().why.get.queryOptions({ input }));
  if (query.data === undefined || query.isError) return <QueryState query={query} />;
  return <Answer about={about} answer={query.data} />;
}

function Answer({ about, answer }: { readonly about: WhySubject; readonly answer: WhyAnswerDto }) {
  const { t } = useText();
  const names = useNames();
  const list = whyList(about);
  // Each indicator has its row in the table below.
  const reasons = answer.reasons.filter(({ code }) => !code.startsWith('reason.indicator.'));
  return (
    <div className={classes.answer}>
      <ul className={classes.reasons}>
        {reasons.map((reason) => (
          <li key={`${reason.code}${JSON.stringify(reason.values)}`}>{names.reason(reason)}</li>
        ))}
      </ul>
      {answer.figures.length > 0 && <WhyFigures figures={answer.figures} />}
      {answer.tasks.length > 0 && <WhyTasks tasks={answer.tasks} others={answer.otherTasks} />}
      <WhySources sources={answer.sources} others={answer.otherSources} />
      <p className={classes.foot}>
        <AppLink to={list.to} query={list.query}>
          {t('why.list')}
        </AppLink>
        <span>{t('units.why.rules', { version: answer.ruleVersion })}</span>
      </p>
    </div>
  );
}
