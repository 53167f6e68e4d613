import { Button, Menu, NumberInput, Stack, TextInput } from '@mantine/core';
import { type ComponentType, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { usePoorClosing } from '#renderer/panels/picture/use-poor-closing.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { WhoDialog } from '#renderer/ui/WhoDialog.tsx';
import type { OpenedCutDto, PlannedCutDto } from '#shared/contract/calendar.ts';
import { vietnamDay, vietnamInstant, vietnamTime } from '#shared/domain/periods.ts';
import { cutName } from '#shared/text/reason-text.ts';

/** What is named and has its hour moved, opened or planned. */
type DatedCut = Pick<OpenedCutDto, 'id' | 'kind' | 'start' | 'asOf' | 'dueAt' | 'label'>;

interface DialogProps<Cut = DatedCut> {
  readonly cut: Cut;
  readonly onClose: () => void;
}

/** What a person may do to a cut that has opened: name it, move its due hour, close it or open it again. */
export function EditCut({ cut }: { readonly cut: OpenedCutDto }) {
  const end = cut.state === 'closed' ? 'reopen' : 'close';
  const dialogs = { label: LabelDialog, due: DueDialog, [end]: CloseDialog };
  return <CutMenu cut={cut} acts={['label', 'due', end]} dialogs={dialogs} />;
}

/** One that is planned is named and has its hour moved; it opens so. */
export function EditPlannedCut({ cut }: { readonly cut: PlannedCutDto }) {
  return <CutMenu cut={cut} acts={['label', 'due']} dialogs={{ label: LabelDialog, due: DueDialog }} />;
}

type Act = 'label' | 'due' | 'close' | 'reopen';

function CutMenu<Cut extends DatedCut>(props: {
  readonly cut: Cut;
  readonly acts: readonly Act[];
  readonly dialogs: Partial<Record<Act, ComponentType<DialogProps<Cut>>>>;
}) {
  const { t } = useText();
  const [asked, setAsked] = useState<Act | null>(null);
  const Dialog = asked === null ? undefined : props.dialogs[asked];
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-sm" variant="default">
            {t('calendar.edit')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {props.acts.map((act) => (
            <Menu.Item key={act} onClick={() => setAsked(act)}>
              {t(`calendar.edit.${act}.do`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {Dialog !== undefined && <Dialog cut={props.cut} onClose={() => setAsked(null)} />}
    </>
  );
}

function LabelDialog({ cut, onClose }: DialogProps) {
  const text = useText();
  const api = useApi();
  const [label, setLabel] = useState(cut.label ?? '');
  const named = label.trim() === '' ? null : label.trim();
  return (
    <WhoDialog
      isOpen
      onClose={onClose}
      title={text.t('calendar.edit.label.title', { cut: cutName(cut, text) })}
      note={
        <TextInput
          label={text.t('calendar.edit.label')}
          maxLength={100}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
      }
      who={text.t('calendar.who')}
      submit={text.t('calendar.edit.save')}
      onSubmit={(who) => api.calendar.label.call({ cut: cut.id, label: named, who })}
    />
  );
}

function DueDialog({ cut, onClose }: DialogProps) {
  const text = useText();
  const api = useApi();
  const [hours = 0, minutes = 0] = vietnamTime(cut.dueAt).split(':').map(Number);
  const [day, setDay] = useState(vietnamDay(cut.dueAt));
  const [hour, setHour] = useState(hours);
  // An emptied day keeps the one before.
  const dueAt = vietnamInstant(day, hour, minutes);
  return (
    <WhoDialog
      isOpen
      onClose={onClose}
      title={text.t('calendar.edit.due.title', { cut: cutName(cut, text) })}
      note={
        <Stack gap="sm">
          <DayInput
            label={text.t('calendar.edit.due.day')}
            value={day}
            onChange={(next) => next !== '' && setDay(next)}
          />
          <NumberInput
            label={text.t('calendar.hour')}
            min={0}
            max={23}
            clampBehavior="strict"
            value={hour}
            onChange={(next) => setHour(Number(next))}
          />
          <p>{text.t('calendar.edit.due.new', { time: text.format.dateTime(dueAt) })}</p>
        </Stack>
      }
      who={text.t('calendar.who')}
      submit={text.t('calendar.edit.save')}
      reason={{ label: text.t('calendar.note'), isRequired: true }}
      onSubmit={(who, reason) => api.calendar.moveDue.call({ cut: cut.id, dueAt, who, reason: reason ?? '' })}
    />
  );
}

function CloseDialog({ cut, onClose }: DialogProps<OpenedCutDto>) {
  const text = useText();
  const api = useApi();
  const isClosed = cut.state === 'closed';
  const word = isClosed ? 'reopen' : 'close';
  const { complete, provinces, sent, owed } = cut;
  const poor = usePoorClosing(cut.id);
  const confirm = isClosed ? undefined : poor;
  const there = text.t('calendar.edit.there', { complete, provinces, sent, owed });
  const submit = (who: string, reason: string | null) =>
    isClosed
      ? api.intake.reopen.call({ cut: cut.id, who, reason: reason ?? '' })
      : api.intake.close.call({ cut: cut.id, who, anyway: confirm !== undefined });
  return (
    <WhoDialog
      isOpen
      onClose={onClose}
      title={text.t(`intake.${word}.dialog`, { cut: cutName(cut, text) })}
      note={
        isClosed
          ? text.t('intake.reopen.note')
          : `${there} ${text.t('intake.close.note', { kind: cut.kind })}`
      }
      who={text.t('calendar.who')}
      submit={text.t(`intake.${word}.submit`)}
      confirm={confirm}
      {...(isClosed ? { reason: { label: text.t('intake.reopen.reason'), isRequired: true } } : {})}
      onSubmit={submit}
    />
  );
}
