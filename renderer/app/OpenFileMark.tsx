import { VerdictBadge } from '#renderer/ui/VerdictBadge.tsx';
import classes from './OpenFileMark.module.css';
import { useText } from './text.tsx';
import { useOpenFile } from './use-open-file.ts';

/** Says in one line that the figures come from a file, which one, and how far it can be trusted; else nothing. */
export function OpenFileMark() {
  const { t } = useText();
  const file = useOpenFile();
  if (file === null) return null;
  return (
    <strong className={classes.mark} title={file.report.file}>
      {t('snapshot.mark', { file: file.name })}
      <VerdictBadge verdict={file.report.verdict} />
    </strong>
  );
}
