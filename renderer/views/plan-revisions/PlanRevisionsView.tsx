import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { sourceOfWindow } from '#renderer/ground/client/source.ts';
import { useText } from '#renderer/ground/text.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { WholePlanDto } from '#shared/contract/plan-revisions.ts';
import { DraftPanel } from './DraftPanel.tsx';
import { ItemForm, PlanNames } from './ItemForm.tsx';
import { JudgeAnew } from './JudgeAnew.tsx';
import { PlanHead } from './PlanHead.tsx';
import { PlanHistory } from './PlanHistory.tsx';
import { PlanList } from './PlanList.tsx';
import classes from './PlanRevisionsView.module.css';
import { PlanTabs } from './PlanTabs.tsx';
import { PlanEditorProvider, usePlanEditor } from './plan-editor.tsx';
import { type DraftWork, useDraft } from './use-draft.ts';
import { isPart, usePlanAddress } from './use-plan-address.ts';

/** Kế hoạch: the plan as data, read part by part, changed in a draft, and put in force as a revision. */
export function PlanRevisionsView() {
  const api = useApi();
  const { revision } = usePlanAddress();
  const whole = useQuery(api.plan.get.queryOptions({ input: revision === null ? {} : { revision } }));
  const info = useQuery(api.application.info.queryOptions());
  if (whole.data === undefined || whole.isError) return <QueryState query={whole} />;
  // A draft that was begun before its workspace is known would belong to none.
  if (info.data === undefined) return <QueryState query={info} />;
  return (
    <PlanScreen
      whole={whole.data}
      folder={info.data.dataFolder}
      canEdit={revision === null && sourceOfWindow() === null}
    />
  );
}

function PlanScreen(props: {
  readonly whole: WholePlanDto;
  readonly folder: string;
  readonly canEdit: boolean;
}) {
  const { whole, canEdit } = props;
  const work = useDraft(whole, props.folder, canEdit);
  return (
    <PlanEditorProvider value={work.editor}>
      <div className={classes.page} data-draft={work.draft !== null || undefined}>
        <PlanHead whole={whole} work={work} canEdit={canEdit} />
        <PlanTabs
          hasDraft={work.draft !== null}
          changes={work.differences.length}
          problems={work.problems.length}
        />
        <Shown whole={whole} work={work} canEdit={canEdit} />
      </div>
    </PlanEditorProvider>
  );
}

function Shown(props: { readonly whole: WholePlanDto; readonly work: DraftWork; readonly canEdit: boolean }) {
  const { t } = useText();
  const { whole, work, canEdit } = props;
  const { tab, item } = usePlanAddress();
  const { plan } = usePlanEditor();
  if (tab === 'history')
    return (
      <>
        <PlanHistory />
        {canEdit && <JudgeAnew />}
      </>
    );
  if (tab === 'draft')
    return work.draft === null ? (
      <p>{t('planRevisions.draft.none')}</p>
    ) : (
      <DraftPanel key={whole.revision.version} work={work} draft={work.draft} />
    );
  if (!isPart(tab)) return <PlanNames />;
  const found = plan[tab].findIndex(({ code }) => code === item);
  const at = found < 0 ? 0 : found;
  return (
    <div className={classes.columns}>
      <PlanList part={tab} chosen={at} />
      <ItemForm key={`${tab} ${plan[tab][at]?.code}`} part={tab} at={at} />
    </div>
  );
}
