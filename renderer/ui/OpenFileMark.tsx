import { useText } from '#renderer/ground/text.tsx';
import { useOpenFile } from '#renderer/ground/use-open-file.ts';
import classes from './OpenFileMark.module.css';
import { VerdictBadge } from './VerdictBadge.tsx';

/** Says in one line that the figures come from a file, which one, and how far it can be trusted; else nothing. */
export function OpenFileMark() {
  const { t } = useText();
  const file = useOpenFile();
  if (file === null) return null;
  return (
    <strong className={classes.mark} title={file.report.file}>
      {t('snapshots.mark', { file: file.name })}
      <VerdictBadge verdict={file.report.verdict} />
    </strong>
  );
}
