import { Button, Group, Modal, Stack } from '@mantine/core';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { WhoDialog } from '#renderer/ui/WhoDialog.tsx';
import type { CollectingCutDto } from '#shared/contract/picture.ts';
import type { CutDto } from '#shared/contract/words.ts';
import { cutName, cutNameInside } from '#shared/text/reason-text.ts';
import { countsOf } from './use-picture.ts';
import { poorClosing } from './use-poor-closing.ts';

/** What is being decided: first whether to close or to wait, then who does it. */
export type Decision =
  | { readonly act: 'ask' | 'close' | 'wait'; readonly cut: CutDto; readonly there: CollectingCutDto }
  | { readonly act: 'back'; readonly cut: CutDto; readonly previous: CutDto };

interface DecisionProps {
  readonly decision: Decision | null;
  readonly onDecide: (decision: Decision) => void;
  readonly onClose: () => void;
}

/** Chốt hay đợi? Trở lại kỳ trước? Asks what, then who and why. */
export function DecisionDialog(props: DecisionProps) {
  const { decision } = props;
  if (decision === null) return null;
  if (decision.act === 'back') return <Back {...props} decision={decision} />;
  return decision.act === 'ask' ? (
    <Ask {...props} decision={decision} />
  ) : (
    <CloseOrWait {...props} decision={decision} act={decision.act} />
  );
}

type Undecided = Extract<Decision, { readonly there: CollectingCutDto }>;

function Ask({ decision, onDecide, onClose }: DecisionProps & { readonly decision: Undecided }) {
  const text = useText();
  const { t, format } = text;
  const { cut, there } = decision;
  const { waited } = there;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('collecting.decide.title', { cut: cutName(cut, text) })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      size="34rem"
    >
      <Stack gap="sm">
        <p>
          {t('collecting.decide.note', { ...countsOf(cut, there, text), due: format.dateTime(there.dueAt) })}
        </p>
        {waited !== null && (
          <p>
            {t('collecting.waited', { who: waited.who, at: format.dateTime(waited.at) })} {waited.reason}
          </p>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => onDecide({ ...decision, act: 'wait' })}>
            {t('collecting.wait')}
          </Button>
          <Button onClick={() => onDecide({ ...decision, act: 'close' })}>{t('collecting.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function CloseOrWait(
  props: DecisionProps & { readonly decision: Undecided; readonly act: 'close' | 'wait' },
) {
  const text = useText();
  const api = useApi();
  const say = useSay();
  const { act } = props;
  const { cut, there } = props.decision;
  const name = cutNameInside(cut, text);
  const due = text.format.dateTime(there.dueAt);
  const confirm = act === 'close' ? poorClosing(there, text) : undefined;
  const submit = async (who: string, reason: string | null) => {
    if (act === 'close') await api.intake.close.call({ cut: cut.id, who, anyway: confirm !== undefined });
    else await api.picture.wait.call({ cut: cut.id, who, ...(reason === null ? {} : { reason }) });
    say.done(text.t(`collecting.${act}.done`, { cut: cutName(cut, text), kind: cut.kind }));
  };
  return (
    <WhoDialog
      isOpen
      onClose={props.onClose}
      title={text.t(`collecting.${act}.title`, { cut: name })}
      note={text.t('collecting.decide.note', { ...countsOf(cut, there, text), due })}
      who={text.t('collecting.who')}
      submit={text.t(`collecting.${act}`)}
      confirm={confirm}
      {...(act === 'wait' ? { reason: { label: text.t('collecting.reason'), isRequired: false } } : {})}
      onSubmit={submit}
    />
  );
}

function Back(
  props: DecisionProps & { readonly decision: Extract<Decision, { readonly previous: CutDto }> },
) {
  const text = useText();
  const api = useApi();
  const say = useSay();
  const { cut } = props.decision;
  const names = {
    kind: cut.kind,
    cut: cutNameInside(cut, text),
    previous: cutNameInside(props.decision.previous, text),
  };
  const submit = async (who: string, reason: string | null) => {
    await api.picture.back.call({ cut: cut.id, who, reason: reason ?? '' });
    say.done(text.t('collecting.back.done', names));
  };
  return (
    <WhoDialog
      isOpen
      onClose={props.onClose}
      title={text.t('collecting.back.title', names)}
      note={text.t('collecting.back.note', names)}
      who={text.t('collecting.who')}
      submit={text.t('collecting.back')}
      reason={{ label: text.t('collecting.reason'), isRequired: true }}
      onSubmit={submit}
    />
  );
}
