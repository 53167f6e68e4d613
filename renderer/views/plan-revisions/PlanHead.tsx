import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { changeQuery } from '#renderer/ground/address.ts';
import { useText } from '#renderer/ground/text.tsx';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import type { WholePlanDto } from '#shared/contract/plan-revisions.ts';
import { DownloadPlan } from './DownloadPlan.tsx';
import type { PlanDraft } from './kept-draft.ts';
import classes from './PlanHead.module.css';
import { ReadPlanFile } from './ReadPlanFile.tsx';
import { StaleDraft } from './StaleDraft.tsx';
import type { DraftWork } from './use-draft.ts';
import { goToPart } from './use-plan-address.ts';

/** Which revision is read, or the draft on it: from when it holds, when it was kept, what can be done with it. */
export function PlanHead(props: {
  readonly whole: WholePlanDto;
  readonly work: DraftWork;
  readonly canEdit: boolean;
}) {
  const { pick } = useText();
  const { whole, work, canEdit } = props;
  const { draft } = work;
  return (
    <>
      <Toolbar lead={pick({ name: whole.plan.shortName, nameEn: whole.plan.shortNameEn })}>
        <RevisionFacts whole={whole} />
        {draft === null && <DownloadPlan revision={whole.revision.version} />}
        {canEdit && <ReadPlanFile work={work} />}
        {canEdit && draft === null && <BeginDraft work={work} />}
        {!canEdit && <ToNewest />}
      </Toolbar>
      {draft !== null && <DraftBar work={work} draft={draft} whole={whole} />}
      {work.staleBase !== null && <StaleDraft work={work} whole={whole} base={work.staleBase} />}
    </>
  );
}

function RevisionFacts({ whole }: { readonly whole: WholePlanDto }) {
  const { t, format } = useText();
  const { version, who, createdAt, validFrom } = whole.revision;
  const from =
    validFrom === null
      ? t('planRevisions.from.always')
      : t('planRevisions.from.day', { day: format.date(validFrom) });
  return (
    <p className={classes.facts}>
      <strong>{t('planRevisions.revision', { version })}</strong> · {who} · {format.dateTime(createdAt)} ·{' '}
      {from}
    </p>
  );
}

function BeginDraft({ work }: { readonly work: DraftWork }) {
  const { t } = useText();
  return (
    <Button size="compact-sm" onClick={() => work.begin()}>
      {t('planRevisions.edit')}
    </Button>
  );
}

function ToNewest() {
  const { t } = useText();
  return (
    <Button size="compact-sm" variant="default" onClick={() => changeQuery({ ban: null })}>
      {t('planRevisions.toNewest')}
    </Button>
  );
}

function DraftBar(props: {
  readonly work: DraftWork;
  readonly draft: PlanDraft;
  readonly whole: WholePlanDto;
}) {
  const { t, format } = useText();
  const { work, draft, whole } = props;
  const [isDropping, setDropping] = useState(false);
  const earliest = whole.revision.validFrom ?? undefined;
  return (
    <section className={classes.draft} aria-label={t('planRevisions.draft')}>
      <DayInput
        label={t('planRevisions.draft.from')}
        width="13rem"
        value={draft.from}
        min={earliest}
        onChange={(from) => from !== '' && work.change({ from })}
      />
      <p role="status">
        <strong>{t('planRevisions.draft.on', { version: draft.base })}</strong>{' '}
        {t('planRevisions.draft.counts', {
          changes: work.differences.length,
          problems: work.problems.length,
        })}{' '}
        <span className={classes.soft}>
          {t('planRevisions.draft.kept', { time: format.dateTime(draft.at) })}
        </span>
      </p>
      <Button size="compact-sm" variant="default" onClick={() => setDropping(true)}>
        {t('planRevisions.draft.discard')}
      </Button>
      <Button size="compact-sm" onClick={() => goToPart('draft')}>
        {t('planRevisions.draft.review')}
      </Button>
      <Modal
        opened={isDropping}
        onClose={() => setDropping(false)}
        title={t('planRevisions.draft.discard')}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <p>{t('planRevisions.draft.discard.ask', { changes: work.differences.length })}</p>
        <div className={classes.actions}>
          <Button data-autofocus variant="default" onClick={() => setDropping(false)}>
            {t('planRevisions.cancel')}
          </Button>
          <Button
            onClick={() => {
              setDropping(false);
              work.discard();
              goToPart('tasks');
            }}
          >
            {t('planRevisions.draft.discard')}
          </Button>
        </div>
      </Modal>
    </section>
  );
}
