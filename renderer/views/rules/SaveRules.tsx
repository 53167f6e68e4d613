import { Button, Modal, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { RuleChangeProgress } from '#renderer/panels/rules/RuleChangeProgress.tsx';
import { useRuleChange } from '#renderer/panels/rules/use-rule-change.ts';
import { WhoField } from '#renderer/ui/WhoField.tsx';
import type { RuleVersionDto } from '#shared/contract/rules.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import classes from './SaveRules.module.css';

/** Asks who changes the rules and why, and puts them in force as a new version; closed on the way, it changes nothing. */
export function SaveRules(props: {
  readonly rules: RuleSet;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSaved: (version: RuleVersionDto) => void;
}) {
  const { t } = useText();
  const api = useApi();
  const [note, setNote] = useState('');
  const save = useRuleChange(api.rules.save.call, props.onSaved);
  const [who, setWho] = useWho();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.start({ rules: props.rules, who, note });
  };
  const close = () => {
    save.stop();
    props.onClose();
  };
  const isReady = who.trim() !== '' && note.trim() !== '';
  return (
    <Modal
      opened={props.isOpen}
      onClose={close}
      title={t('rules.saveAs')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      size="32rem"
    >
      <form className={classes.form} onSubmit={submit}>
        <WhoField
          label={t('rules.save.who')}
          required
          value={who}
          onChange={(event) => setWho(event.currentTarget.value)}
        />
        <Textarea
          label={t('rules.save.note')}
          description={t('rules.save.note.hint')}
          required
          autosize
          minRows={3}
          maxLength={2000}
          value={note}
          data-autofocus
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <RuleChangeProgress change={save} />
        <div className={classes.actions}>
          <Button variant="default" onClick={close}>
            {t('rules.cancel')}
          </Button>
          <Button type="submit" disabled={!isReady || save.isRunning}>
            {t('rules.save.confirm')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** The person at this machine as the first suggestion; what is typed goes before it. */
export function useWho(): [string, (who: string) => void] {
  const settings = useQuery(useApi().settings.get.queryOptions());
  const [typed, setTyped] = useState<string | null>(null);
  return [typed ?? settings.data?.personName ?? '', setTyped];
}
