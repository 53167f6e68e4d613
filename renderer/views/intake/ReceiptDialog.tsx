import { Button, Group, Modal } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { ImportRunDto } from '#shared/contract/intake.ts';
import classes from './DataView.module.css';
import { useReceipt } from './use-receipt.ts';

/** Everything that was said of a file when it came in, to be read, copied and saved. */
export function ReceiptDialog(props: {
  readonly run: Pick<ImportRunDto, 'run' | 'file'> | null;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { run } = props;
  return (
    <Modal
      opened={run !== null}
      onClose={props.onClose}
      title={t('intake.receipt.of', { file: run?.file ?? '' })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      size="48rem"
    >
      {run !== null && <ReceiptOf run={run.run} />}
    </Modal>
  );
}

function ReceiptOf({ run }: { readonly run: string }) {
  const { t } = useText();
  const { query, text, copy, save } = useReceipt(run);
  if (text === undefined) return <QueryState query={query} />;
  if (text === null) return <p className={classes.reminder}>{t('intake.receipt.none')}</p>;
  return (
    <div className={classes.stack}>
      <p className={classes.reminder}>{text}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={save}>
          {t('intake.receipt.save')}
        </Button>
        <Button data-autofocus onClick={copy}>
          {t('intake.receipt.copy')}
        </Button>
      </Group>
    </div>
  );
}
