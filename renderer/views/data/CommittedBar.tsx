import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNames } from '#renderer/app/names.tsx';
import { saveBlob } from '#renderer/app/save-file.ts';
import { useText } from '#renderer/app/text.tsx';
import { useSay } from '#renderer/app/use-say.ts';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import { problemPlace, problemSentence } from '#shared/text/intake-text.ts';
import inspector from './Inspector.module.css';
import type { InboxItem } from './inbox-store.ts';
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
    say.done(t('data.receipt.copied'));
  };
  // With its mark at the front, so that old Windows programs read the accents.
  const save = () =>
    saveBlob(new Blob(['\uFEFF', receipt], { type: 'text/plain' }), `bien-nhan-${file.name}.txt`);
  return (
    <div className={inspector.bar} data-done>
      <p className={inspector.barText}>{t('data.committed', { file: file.name, added, changed, same })}</p>
      <Button variant="default" onClick={copy}>
        {t('data.receipt.copy')}
      </Button>
      <Button variant="default" onClick={save}>
        {t('data.receipt.save')}
      </Button>
      <Button variant="default" onClick={() => setUndoing(true)}>
        {t('data.committed.undo')}
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
  const { t, format } = text;
  const names = useNames();
  const problemNames = useProblemNames();
  const { committed } = item;
  if (committed === null) return '';
  const { result, at, who } = committed;
  const missing = preview.missing.flatMap(({ communes }) => communes);
  const errors = preview.problems.filter(({ severity }) => severity === 'error').slice(0, PROBLEMS_NAMED);
  return [
    t('data.receipt.title'),
    ...(preview.province === null
      ? []
      : [t('data.receipt.sender', { province: names.fullName(preview.province) })]),
    t('data.receipt.file', { file: item.file.name, hash: preview.sha256 ?? '' }),
    t('data.receipt.cut', { cuts: result.cuts.map(names.cut).join(', ') }),
    t('data.receipt.at', { at: format.dateTime(at), who }),
    t('data.receipt.rows', {
      accepted: preview.accepted,
      rows: preview.rows,
      added: result.added,
      changed: result.changed,
      same: result.same,
    }),
    ...(missing.length === 0
      ? []
      : [
          t('data.receipt.missing', { count: missing.length, names: missing.map(names.fullName).join(', ') }),
        ]),
    ...(errors.length === 0 ? [] : [t('data.receipt.problems')]),
    ...errors.map((error) => `- ${problemPlace(error, text)}: ${problemSentence(error, text, problemNames)}`),
    t('data.receipt.run', { run: result.run }),
  ].join('\n');
}
