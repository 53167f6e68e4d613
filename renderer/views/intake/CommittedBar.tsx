import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import inspector from './Inspector.module.css';
import type { InboxItem } from './inbox-item.ts';
import { UndoDialog } from './RunsPane.tsx';
import { useReceipt } from './use-receipt.ts';

/** What the commit came to: undo, and the receipt to send back. */
export function CommittedBar({ item }: { readonly item: InboxItem }) {
  const { t } = useText();
  const { text, copy, save } = useReceipt(item.committed?.result.run ?? null);
  const [isUndoing, setUndoing] = useState(false);
  const { committed, file } = item;
  if (committed === null) return null;
  const { added, changed, same, run } = committed.result;
  return (
    <div className={inspector.bar} data-done>
      <p className={inspector.barText}>{t('intake.committed', { file: file.name, added, changed, same })}</p>
      <Button variant="default" disabled={text == null} onClick={copy}>
        {t('intake.receipt.copy')}
      </Button>
      <Button variant="default" disabled={text == null} onClick={save}>
        {t('intake.receipt.save')}
      </Button>
      <Button variant="default" onClick={() => setUndoing(true)}>
        {t('intake.committed.undo')}
      </Button>
      <UndoDialog run={isUndoing ? { run, file: file.name } : null} onClose={() => setUndoing(false)} />
    </div>
  );
}
