import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { WholePlanDto } from '#shared/contract/plan-revisions.ts';
import { mergePlan } from '#shared/domain/plan-merge.ts';
import classes from './PlanHead.module.css';
import type { DraftWork } from './use-draft.ts';

/** Another revision was put in force since the draft was begun: brings the draft onto it, with nothing lost. */
export function StaleDraft(props: {
  readonly work: DraftWork;
  readonly whole: WholePlanDto;
  readonly base: number;
}) {
  const { t } = useText();
  const { work, whole, base } = props;
  const before = useQuery(useApi().plan.get.queryOptions({ input: { revision: base } })).data;
  const { version, who, validFrom } = whole.revision;
  const merge = () => {
    const { draft } = work;
    if (before === undefined || draft === null) return;
    const from = validFrom !== null && draft.from < validFrom ? validFrom : draft.from;
    work.change({ base: version, from, plan: mergePlan(before.plan, draft.plan, whole.plan) });
  };
  return (
    <div className={classes.notice} role="alert">
      <span>{t('planRevisions.stale', { base, version, who })}</span>
      <Button size="compact-sm" variant="default" disabled={before === undefined} onClick={merge}>
        {t('planRevisions.stale.merge', { version })}
      </Button>
    </div>
  );
}
