import { Button, FileButton, Select } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { DeckReportDto } from '#shared/contract/briefing.ts';
import { cutName } from '#shared/text/reason-text.ts';
import classes from './BriefingView.module.css';
import { MakingProgress } from './MakingProgress.tsx';
import type { BriefingChoice } from './use-briefing.ts';
import { useRenewing } from './use-renewing.ts';

/** 'Làm mới bản trình chiếu': an older deck, perhaps edited since, with the figures of another cut. */
export function RenewPanel({ cuts, cut }: Pick<BriefingChoice, 'cuts' | 'cut'>) {
  const text = useText();
  const { t } = text;
  const renewing = useRenewing();
  const { state, report } = renewing;
  const isBusy = state === 'running' || state === 'reading';
  return (
    <Panel title={t('briefingScreen.renew')}>
      <p className={classes.soft}>{t('briefingScreen.renew.hint')}</p>
      <FileButton
        accept=".pptx,application/vnd.openxmlformats-officedocument.presentationml.presentation"
        onChange={(file) => file !== null && renewing.choose(file)}
      >
        {(button) => (
          <Button
            size="sm"
            mt="xs"
            variant="default"
            disabled={isBusy}
            leftSection={<IconRefresh size="1.125rem" aria-hidden="true" />}
            {...button}
          >
            {t('briefingScreen.renew.choose')}
          </Button>
        )}
      </FileButton>
      {report !== null && <Deck key={report.file} {...{ report, renewing, cuts, cut }} />}
      <div className={classes.exportState} aria-live="polite">
        {state === 'reading' && <p>{t('briefingScreen.renew.reading')}</p>}
        {state === 'cancelled' && <p>{t('briefingScreen.export.cancelled')}</p>}
        {state === 'failed' && (
          <p role="alert" className={classes.error}>
            {describeError(renewing.error, text)}
          </p>
        )}
      </div>
    </Panel>
  );
}

const BEFORE = 'before';

function Deck(
  props: Pick<BriefingChoice, 'cuts' | 'cut'> & {
    readonly report: DeckReportDto;
    readonly renewing: ReturnType<typeof useRenewing>;
  },
) {
  const text = useText();
  const { t } = text;
  const { report, renewing, cuts } = props;
  const [cut, setCut] = useState(props.cut ?? '');
  const [compare, setCompare] = useState(BEFORE);
  const made = cuts.find(({ id }) => id === report.cut);
  const kind = KINDS.find((one) => one === report.kind) ?? 'national';
  const isRunning = renewing.state === 'running';
  return (
    <div className={classes.renew}>
      <p>
        {t('briefingScreen.renew.made', {
          file: report.file,
          kind: t(`briefingScreen.renew.kind.${kind}`),
          cut: made === undefined ? report.cut : cutName(made, text),
        })}
      </p>
      <Select
        size="sm"
        label={t('briefingScreen.renew.cut')}
        allowDeselect={false}
        maxDropdownHeight="60vh"
        data={cuts.map((one) => ({ value: one.id, label: cutName(one, text) }))}
        value={cut}
        onChange={(value) => setCut(value ?? cut)}
      />
      <Select
        size="sm"
        label={t('briefingScreen.renew.compare')}
        allowDeselect={false}
        data={[
          { value: BEFORE, label: t('briefingScreen.compare.before') },
          { value: report.cut, label: t('briefingScreen.renew.compare.old') },
          { value: 'none', label: t('briefingScreen.compare.none') },
        ]}
        value={compare}
        onChange={(value) => setCompare(value ?? BEFORE)}
      />
      <PageStates report={report} renewing={renewing} />
      <Button
        size="sm"
        disabled={isRunning || cut === ''}
        onClick={() =>
          renewing.start(cut, compare === BEFORE ? undefined : compare === 'none' ? null : compare)
        }
      >
        {t('briefingScreen.renew.start')}
      </Button>
      <Ending renewing={renewing} />
    </div>
  );
}

const KINDS = ['national', 'province', 'gap', 'tasks', 'handover', 'figure'] as const;

/** What will happen to each slide, then what did. */
function PageStates(props: {
  readonly report: DeckReportDto;
  readonly renewing: ReturnType<typeof useRenewing>;
}) {
  const { t } = useText();
  const { report, renewing } = props;
  const pages = renewing.state === 'done' ? renewing.pages : report.pages;
  return (
    <>
      <ol className={classes.renewPages} aria-label={t('briefingScreen.renew.pages')}>
        {pages.map((page) => (
          <li key={page.slide}>
            {page.title || t('briefingScreen.renew.untitled')}{' '}
            <span className={classes.soft}>{t(`briefingScreen.renew.state.${page.state}`)}</span>
            {page.own.map((words) => (
              <p key={words} className={classes.ownWords}>
                {t('briefingScreen.renew.own.kept', { words })}
              </p>
            ))}
          </li>
        ))}
      </ol>
      {pages.some((page) => page.own.length > 0) && (
        <p className={classes.soft}>{t('briefingScreen.renew.own.check')}</p>
      )}
    </>
  );
}

function Ending({ renewing }: { readonly renewing: ReturnType<typeof useRenewing> }) {
  const { t } = useText();
  const { state, done, total, pages, file, missing } = renewing;
  return (
    <div className={classes.exportState} aria-live="polite">
      {state === 'running' && <MakingProgress {...{ done, total }} onStop={renewing.stop} />}
      {state === 'done' && missing.length > 0 && (
        <p className={classes.soft}>{t('briefingScreen.renew.missing', { pages: missing.join('; ') })}</p>
      )}
      {state === 'done' && (
        <p>
          {t('briefingScreen.renew.done', {
            file,
            renewed: pages.filter((page) => page.state === 'renewed').length,
            kept: pages.reduce((sum, page) => sum + page.own.length, 0),
          })}
        </p>
      )}
    </div>
  );
}
