import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import { newItem } from './draft-plan.ts';
import type { PlanPart } from './fields.ts';
import classes from './PlanForm.module.css';
import { usePlanEditor } from './plan-editor.tsx';
import { goToPart } from './use-plan-address.ts';

/** Asks for the code, which stays, and the name of something new in the plan. */
export function AddItem({ part, onClose }: { readonly part: PlanPart; readonly onClose: () => void }) {
  const { t } = useText();
  const { plan, from, add } = usePlanEditor();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const given = { code: code.trim(), name: name.trim() };
  const isTaken = plan[part].some((one) => one.code === given.code);
  const missing = (value: string) => (isTried && value === '' ? t('reason.plan.empty') : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (given.code === '' || given.name === '' || isTaken) return;
    add(part, newItem(plan, part, given, from));
    goToPart(part, given.code);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('planRevisions.add.title')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('planFile.column.code')}
            description={t('planRevisions.add.code')}
            withAsterisk
            data-autofocus
            maxLength={60}
            value={code}
            error={isTaken ? t('planRevisions.add.taken', { code: given.code }) : missing(given.code)}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <TextInput
            label={t('planFile.column.name')}
            withAsterisk
            maxLength={4000}
            value={name}
            error={missing(given.name)}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div className={classes.actions}>
            <Button type="submit">{t('planRevisions.add')}</Button>
            <Button variant="default" onClick={onClose}>
              {t('planRevisions.cancel')}
            </Button>
          </div>
        </Stack>
      </form>
    </Modal>
  );
}
