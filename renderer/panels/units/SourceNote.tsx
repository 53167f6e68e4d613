import { Popover, UnstyledButton } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useText } from '#renderer/ground/text.tsx';
import { FigureHistory, type FigureKey } from '#renderer/panels/intake/FigureHistory.tsx';
import { CorrectedMark } from '#renderer/ui/CorrectedMark.tsx';
import type { ProvenanceDto } from '#shared/contract/words.ts';
import classes from './SourceNote.module.css';

/** Opens where a figure came from: file, sheet, row, time and note, and the sentence of its rule when there is one. */
export function SourceNote(props: {
  /** What the figure is of, for those who hear the button. */
  readonly name: string;
  readonly provenance: ProvenanceDto | null;
  readonly why?: string | undefined;
  /** Of a figure that was sent in as such: every value it ever had can be asked for. */
  readonly figure?: FigureKey | undefined;
}) {
  const { t } = useText();
  return (
    <Popover width="22rem" position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.button ?? ''}
          data-corrected={props.provenance?.correction != null || undefined}
          aria-label={t('units.source.show', { name: props.name })}
          title={t('units.why')}
        >
          <IconFileText size="1rem" stroke={1.6} aria-hidden="true" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown tabIndex={-1} data-autofocus>
        {props.why !== undefined && <p className={classes.why}>{props.why}</p>}
        {props.provenance === null ? (
          <p className={classes.none}>{t('units.source.none')}</p>
        ) : (
          <>
            {props.provenance.correction !== null && <CorrectedMark why={props.provenance.correction} />}
            <SourceFacts provenance={props.provenance} />
          </>
        )}
        {props.figure !== undefined && <FigureHistory figure={props.figure} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function SourceFacts({ provenance }: { readonly provenance: ProvenanceDto }) {
  const { t, format, locale } = useText();
  const note = locale === 'vi' ? provenance.note : provenance.noteEn;
  const facts = [
    [t('units.source.file'), provenance.source],
    [t('units.source.kind'), t(`sourceKind.${provenance.kind}`)],
    [t('units.source.sheet'), provenance.sheet],
    [t('units.source.row'), provenance.row === null ? null : format.number(provenance.row)],
    [t('units.source.through'), provenance.through],
    [t('units.source.received'), format.dateTime(provenance.receivedAt)],
    [t('units.source.note'), note],
    [t('units.source.correction'), provenance.correction],
  ] as const;
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
