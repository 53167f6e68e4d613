import { useText } from '#renderer/ground/text.tsx';
import classes from './CorrectedMark.module.css';

/** 'Đã đính chính' beside a figure that rests on a correction of a closed cut; `why` is its reason where known. */
export function CorrectedMark(props: { readonly why?: string | null | undefined }) {
  const { t } = useText();
  return (
    <span className={classes.mark} title={props.why ?? undefined}>
      {t('cut.corrected')}
    </span>
  );
}
