import { Button, Checkbox, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import { usePerson } from '#renderer/ground/use-person.ts';
import classes from './WhoDialog.module.css';
import { WhoField } from './WhoField.tsx';

interface DialogWords {
  readonly title: string;
  readonly note: ReactNode;
  readonly who: string;
  readonly submit: string;
  /** What has to be checked first, because it may be a slip. */
  readonly confirm?: string | undefined;
  /** Asks for a reason; `isRequired` refuses to go on without one. */
  readonly reason?: { readonly label: string; readonly hint?: string; readonly isRequired: boolean };
}

/** Asks who does it, and why where that matters, before figures or a cut are changed. */
export function WhoDialog(
  props: DialogWords & {
    readonly isOpen: boolean;
    readonly onClose: () => void;
    readonly onSubmit: (who: string, reason: string | null) => Promise<unknown>;
  },
) {
  const { t } = useText();
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      size="32rem"
    >
      {props.isOpen && <WhoForm {...props} />}
    </Modal>
  );
}

function WhoForm(
  props: DialogWords & {
    readonly onClose: () => void;
    readonly onSubmit: (who: string, reason: string | null) => Promise<unknown>;
  },
) {
  const text = useText();
  const { t } = text;
  const person = usePerson();
  const [reason, setReason] = useState('');
  const [isConfirmed, setConfirmed] = useState(false);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const missing = (value: string) => (isTried && value.trim() === '' ? t('intake.commit.required') : null);
  const isUnconfirmed = props.confirm !== undefined && !isConfirmed;
  const isComplete =
    !isUnconfirmed && person.who.trim() !== '' && (props.reason?.isRequired !== true || reason.trim() !== '');
  const submit = async () => {
    setTried(true);
    if (isBusy || !isComplete) return;
    setBusy(true);
    try {
      await person.remember();
      await props.onSubmit(person.who.trim(), reason.trim() === '' ? null : reason.trim());
      props.onClose();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        <div>{props.note}</div>
        <WhoField
          label={props.who}
          withAsterisk
          data-autofocus
          value={person.who}
          error={missing(person.who)}
          onChange={(event) => person.setWho(event.currentTarget.value)}
        />
        {props.reason !== undefined && (
          <Textarea
            label={props.reason.label}
            description={props.reason.hint}
            withAsterisk={props.reason.isRequired}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
            value={reason}
            error={props.reason.isRequired ? missing(reason) : null}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {props.confirm !== undefined && (
          <Checkbox
            label={props.confirm}
            checked={isConfirmed}
            error={isTried && isUnconfirmed ? t('intake.commit.unconfirmed') : null}
            onChange={(event) => setConfirmed(event.currentTarget.checked)}
          />
        )}
        {error !== null && (
          <p role="alert" className={classes.error}>
            {describeError(error, text)}
          </p>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            {t('intake.commit.cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {props.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
