import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { usePerson } from '#renderer/ground/use-person.ts';
import { useSay } from '#renderer/ground/use-say.ts';
import { RuleChangeProgress } from '#renderer/panels/rules/RuleChangeProgress.tsx';
import { useRuleChange } from '#renderer/panels/rules/use-rule-change.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { WhoField } from '#renderer/ui/WhoField.tsx';
import { planReasonText } from '#shared/text/plan-text.ts';
import { DifferenceList } from './DifferenceList.tsx';
import classes from './DraftPanel.module.css';
import { DraftPreview } from './DraftPreview.tsx';
import { DraftProblems } from './DraftProblems.tsx';
import { completed } from './draft-plan.ts';
import type { PlanDraft } from './kept-draft.ts';
import type { DraftWork } from './use-draft.ts';
import { goToPart } from './use-plan-address.ts';

/** What the draft changes, what is wrong with it, what would change colour, and saving it as a revision. */
export function DraftPanel({ work, draft }: { readonly work: DraftWork; readonly draft: PlanDraft }) {
  const { t } = useText();
  const isSound = work.problems.length === 0 && work.staleBase === null;
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        <Panel
          title={t('planRevisions.draft.changes')}
          note={t('planRevisions.draft.changed', { changes: work.differences.length })}
          className={classes.changes}
          scrolls
        >
          <div className={classes.stack}>
            <DraftProblems problems={work.problems} />
            <DifferenceList differences={work.differences} />
          </div>
        </Panel>
        <Panel title={t('planRevisions.save')}>
          <SaveForm work={work} draft={draft} isSound={isSound} />
        </Panel>
      </div>
      <Panel title={t('planRevisions.preview')}>
        {isSound ? <Previewed draft={draft} /> : <p>{t('planRevisions.preview.broken')}</p>}
      </Panel>
    </div>
  );
}

/** What the contract is asked with. */
const saidOf = ({ plan, rules, from, base }: PlanDraft) => ({
  ...{ plan: completed(plan), from, base },
  ...(rules === null ? {} : { rules }),
});

function Previewed({ draft }: { readonly draft: PlanDraft }) {
  const preview = useQuery(
    useApi().plan.preview.queryOptions({ input: saidOf(draft), gcTime: 0, staleTime: 0 }),
  );
  const text = useText();
  if (preview.data === undefined || preview.isError) return <QueryState query={preview} />;
  const { problems } = preview.data;
  if (problems.length > 0)
    return problems.map(({ path, reason }) => (
      <p key={path} role="alert">
        {planReasonText(reason, text)}
      </p>
    ));
  return <DraftPreview preview={preview.data} />;
}

function SaveForm(props: { readonly work: DraftWork; readonly draft: PlanDraft; readonly isSound: boolean }) {
  const { t, format } = useText();
  const say = useSay();
  const { work, draft, isSound } = props;
  const person = usePerson();
  const [note, setNote] = useState('');
  const save = useRuleChange(useApi().plan.save.call, ({ version }) => {
    say.done(t('planRevisions.save.done', { version }));
    work.discard();
    goToPart('history');
  });
  const isReady = isSound && work.differences.length > 0 && person.who.trim() !== '' && note.trim() !== '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || save.isRunning) return;
    await person.remember();
    save.start({ ...saidOf(draft), who: person.who.trim(), note: note.trim() });
  };
  return (
    <form className={classes.stack} onSubmit={submit}>
      <p>{t('planRevisions.save.from', { day: format.date(draft.from) })}</p>
      <WhoField
        label={t('planRevisions.save.who')}
        withAsterisk
        value={person.who}
        onChange={(event) => person.setWho(event.currentTarget.value)}
      />
      <Textarea
        label={t('planRevisions.save.note')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <RuleChangeProgress change={save} />
      <Button type="submit" disabled={!isReady || save.isRunning}>
        {t('planRevisions.save.submit')}
      </Button>
    </form>
  );
}
