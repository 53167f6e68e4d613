import { Button } from '@mantine/core';
import {
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconFileZip,
  IconPhoto,
  IconPresentation,
} from '@tabler/icons-react';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import classes from './BriefingView.module.css';
import { MakingProgress } from './MakingProgress.tsx';
import type { BriefingChoice, ChosenPage } from './use-briefing.ts';
import { useExporting } from './use-exporting.ts';

const FILES = [
  { format: 'deck', icon: IconPresentation },
  { format: 'pdf', icon: IconFileTypePdf },
  { format: 'pdf-a4', icon: IconFileTypePdf },
  { format: 'workbook', icon: IconFileSpreadsheet },
] as const;

/** Makes the files, one of the whole briefing or one for each province, with progress and a way to stop. */
export function ExportPanel(props: { readonly briefing: BriefingChoice; readonly page: ChosenPage | null }) {
  const { t } = useText();
  const { briefing, page } = props;
  const exporting = useExporting();
  const isRunning = exporting.state === 'running';
  const isOff = isRunning || briefing.pages.length === 0;
  const pages = briefing.pages.map(({ choice }) => choice);
  const { asked } = briefing;
  return (
    <Panel title={t('briefingScreen.export')}>
      <div className={classes.exports}>
        {FILES.map(({ format, icon: Icon }) => (
          <Button
            key={format}
            size="sm"
            px="xs"
            variant={format === 'deck' ? 'filled' : 'default'}
            disabled={isOff}
            leftSection={<Icon size="1.125rem" aria-hidden="true" />}
            onClick={() => exporting.start({ what: 'one', format, asked, pages })}
          >
            {t(`briefingScreen.export.${format}`)}
          </Button>
        ))}
        {page !== null && hasPicture(page) && (
          <PictureButtons
            isOff={isOff}
            onStart={(format, scale) =>
              exporting.start({ what: 'one', format, scale, asked, pages, page: page.choice.id })
            }
          />
        )}
      </div>
      <p className={classes.soft}>{t('briefingScreen.export.provinces.note')}</p>
      <div className={`${classes.exports} ${classes.provinces}`}>
        {(['deck', 'pdf'] as const).map((format) => (
          <Button
            key={format}
            size="sm"
            px="xs"
            variant="default"
            disabled={isRunning}
            leftSection={<IconFileZip size="1.125rem" aria-hidden="true" />}
            onClick={() => exporting.start({ what: 'provinces', format, asked, ...sheetPages(briefing) })}
          >
            {t(`briefingScreen.export.provinces.${format}`)}
          </Button>
        ))}
      </div>
      <ExportState exporting={exporting} />
    </Panel>
  );
}

/** Province sheets take over which pages there are and their order; words written for one province stay with it. */
function sheetPages({ kind, pages }: BriefingChoice): { pages?: { id: string }[] } {
  const built = pages.filter((page) => page.built !== null).map(({ choice: { id } }) => ({ id }));
  return kind === 'province' && built.length > 0 ? { pages: built } : {};
}

function hasPicture({ choice, built }: ChosenPage): boolean {
  if (choice.figure !== undefined) return true;
  const blocks = (built?.rows ?? []).flatMap((row) => row.cells.map((cell) => cell.block));
  return blocks.some((block) => block.type === 'chart' || block.type === 'map');
}

function PictureButtons(props: {
  readonly isOff: boolean;
  readonly onStart: (format: 'png' | 'svg', scale: '4k') => void;
}) {
  const { t } = useText();
  return (['png', 'svg'] as const).map((format) => (
    <Button
      key={format}
      size="sm"
      px="xs"
      variant="default"
      disabled={props.isOff}
      leftSection={<IconPhoto size="1.125rem" aria-hidden="true" />}
      onClick={() => props.onStart(format, '4k')}
    >
      {t(`briefingScreen.export.${format}`)}
    </Button>
  ));
}

function ExportState({ exporting }: { readonly exporting: ReturnType<typeof useExporting> }) {
  const text = useText();
  const { t } = text;
  const { state, done, total } = exporting;
  return (
    <div className={classes.exportState} aria-live="polite">
      {state === 'running' && <MakingProgress {...{ done, total }} onStop={exporting.stop} />}
      {state === 'done' && <p>{t('briefingScreen.export.done', { file: exporting.file })}</p>}
      {state === 'cancelled' && <p>{t('briefingScreen.export.cancelled')}</p>}
      {state === 'failed' && (
        <p role="alert" className={classes.error}>
          {describeError(exporting.error, text)}
        </p>
      )}
    </div>
  );
}
