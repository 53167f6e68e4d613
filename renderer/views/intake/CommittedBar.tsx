import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { saveBlob } from '#renderer/ground/save-file.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import { receiptText } from '#shared/text/intake-receipt.ts';
import inspector from './Inspector.module.css';
import type { InboxItem } from './inbox-item.ts';
import { UndoDialog } from './RunsPane.tsx';
import { useProblemNames } from './use-problem-names.ts';

type Parts = { readonly item: InboxItem; readonly preview: IntakePreviewDto };

/** What the commit came to: undo, and the receipt to send back. */
export function CommittedBar({ item, preview }: Parts) {
  const { t } = useText();
  const say = useSay();
  const receipt = useReceipt({ item, preview });
  const [isUndoing, setUndoing] = useState(false);
  const { committed, file } = item;
  if (committed === null) return null;
  const { added, changed, same, run } = committed.result;
  const copy = async () => {
    await navigator.clipboard.writeText(receipt);
    say.done(t('intake.receipt.copied'));
  };
  // With its mark at the front, so that old Windows programs read the accents.
  const save = () =>
    saveBlob(new Blob(['\uFEFF', receipt], { type: 'text/plain' }), `bien-nhan-${file.name}.txt`);
  return (
    <div className={inspector.bar} data-done>
      <p className={inspector.barText}>{t('intake.committed', { file: file.name, added, changed, same })}</p>
      <Button variant="default" onClick={copy}>
        {t('intake.receipt.copy')}
      </Button>
      <Button variant="default" onClick={save}>
        {t('intake.receipt.save')}
      </Button>
      <Button variant="default" onClick={() => setUndoing(true)}>
        {t('intake.committed.undo')}
      </Button>
      <UndoDialog run={isUndoing ? { run, file: file.name } : null} onClose={() => setUndoing(false)} />
    </div>
  );
}

/** Problems named in a receipt; more than a page of them goes back as the marked workbook. */
const PROBLEMS_NAMED = 40;

/** What a province is told about its file: received, missing, to be mended. */
function useReceipt({ item, preview }: Parts): string {
  const text = useText();
  const names = useNames();
  const problemNames = useProblemNames();
  const { committed } = item;
  if (committed === null) return '';
  const { result, at, who } = committed;
  const errors = preview.problems.filter(({ severity }) => severity === 'error').slice(0, PROBLEMS_NAMED);
  const { accepted, rows, province, sha256 } = preview;
  const { run, added, changed, same } = result;
  return receiptText(
    {
      file: item.file.name,
      sha256: sha256 ?? '',
      province: province === null ? null : names.fullName(province),
      cuts: result.cuts.map(names.cut),
      at,
      who,
      accepted,
      rows,
      added,
      changed,
      same,
      missing: preview.missing.flatMap(({ communes }) => communes).map(names.fullName),
      problems: errors,
      run,
    },
    text,
    text.format,
    problemNames,
  );
}
