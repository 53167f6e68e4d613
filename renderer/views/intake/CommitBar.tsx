import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { usePerson } from '#renderer/ground/use-person.ts';
import { WhoField } from '#renderer/ui/WhoField.tsx';
import { SEEN_QUESTION } from '#shared/contract/choices.ts';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import { contentCount, reportCount } from '#shared/contract/preview-counts.ts';
import { CommittedBar } from './CommittedBar.tsx';
import classes from './DataView.module.css';
import inspector from './Inspector.module.css';
import { useInbox } from './inbox.tsx';
import type { InboxItem } from './inbox-item.ts';
import { useSayCommitted } from './use-commit.ts';

type Parts = { readonly item: InboxItem; readonly preview: IntakePreviewDto };

/** Takes the file in: who, whether without its bad rows, and why when a closed cut is corrected. */
export function CommitBar({ item, preview }: Parts) {
  if (item.committed !== null) return <CommittedBar item={item} />;
  // The notice above says when it was taken in; there is nothing to do.
  if (preview.outcome === 'unchanged') return null;
  return <CommitForm item={item} preview={preview} />;
}

function CommitForm({ item, preview }: Parts) {
  const { t } = useText();
  const inbox = useInbox();
  const person = usePerson();
  const sayCommitted = useSayCommitted();
  const [acceptValid, setAcceptValid] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const closed = preview.cuts.filter(({ state }) => state === 'closed');
  const reports = reportCount(preview);
  const isOpen = preview.outcome !== 'ready';
  // Only a person's own answer takes bytes in a second time.
  const isSeen = preview.questions.some(({ id }) => id === SEEN_QUESTION);
  const missing = (value: string) => (isTried && value.trim() === '' ? t('intake.commit.required') : null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const who = person.who.trim();
    if (who === '' || (closed.length > 0 && reason.trim() === '')) return;
    await person.remember();
    const why = closed.length === 0 ? null : reason.trim();
    if (await inbox.commit(item.key, { who, acceptValid, reason: why })) sayCommitted(item.key);
  };
  return (
    <form className={inspector.bar} aria-label={t('intake.commit.title')} onSubmit={submit}>
      <Blocked preview={preview} />
      {isOpen && !isSeen && contentCount(preview) > 0 && (
        <Checkbox
          label={t('intake.commit.acceptValid', { figures: contentCount(preview) })}
          checked={acceptValid}
          onChange={(event) => setAcceptValid(event.currentTarget.checked)}
        />
      )}
      {closed.length > 0 && (
        <Reason cuts={closed} value={reason} error={missing(reason)} onChange={setReason} />
      )}
      <WhoField
        label={t('intake.commit.who')}
        withAsterisk
        value={person.who}
        error={missing(person.who)}
        onChange={(event) => person.setWho(event.currentTarget.value)}
      />
      <Button
        type="submit"
        loading={item.state === 'committing'}
        disabled={contentCount(preview) === 0 || item.state !== 'read' || isSeen || (isOpen && !acceptValid)}
      >
        {reports === 0
          ? t('intake.commit.submit', { count: preview.figures })
          : t('intake.words.submit', { count: preview.figures, reports })}
      </Button>
    </form>
  );
}

function Reason(props: {
  readonly cuts: IntakePreviewDto['cuts'];
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (reason: string) => void;
}) {
  const { t } = useText();
  const names = useNames();
  const cuts = props.cuts.map(({ code }) => names.cut(code)).join(', ');
  return (
    <TextInput
      className={inspector.barText ?? ''}
      label={t('intake.commit.reason')}
      description={t('intake.commit.reason.hint', { cuts })}
      withAsterisk
      maxLength={2000}
      value={props.value}
      error={props.error}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function Blocked({ preview }: { readonly preview: IntakePreviewDto }) {
  const { t } = useText();
  if (preview.outcome === 'ready') return null;
  const errors = preview.counts
    .filter(({ severity }) => severity === 'error')
    .reduce((sum, { count }) => sum + count, 0);
  return (
    <p className={`${inspector.barText} ${classes.notice}`}>
      {contentCount(preview) === 0 && errors + preview.questions.length === 0
        ? t('intake.commit.nothing')
        : t('intake.commit.blocked', { errors, questions: preview.questions.length })}
    </p>
  );
}
