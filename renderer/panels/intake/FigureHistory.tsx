import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { useFigureText } from '#renderer/ground/use-figure-text.ts';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import type { FileColumn } from '#renderer/tables/table-file.ts';
import { CorrectedMark } from '#renderer/ui/CorrectedMark.tsx';
import { PanelTools } from '#renderer/ui/panel-tools.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { PastValueDto } from '#shared/contract/intake.ts';
import classes from './FigureHistory.module.css';

export interface FigureKey {
  readonly cut: string;
  readonly unit: string;
  readonly indicator: string;
}

/** Every value one figure ever had, newest first: from which file and row, who, when, why. Asked for on demand. */
export function FigureHistory({ figure }: { readonly figure: FigureKey }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Values figure={figure} />;
  return (
    <Button size="compact-sm" variant="default" mt="xs" onClick={() => setOpen(true)}>
      {t('intake.history.open')}
    </Button>
  );
}

function Values({ figure }: { readonly figure: FigureKey }) {
  const text = useText();
  const { t, tryText, format } = text;
  const write = useFigureText();
  const names = useNames();
  const history = useQuery(useApi().intake.history.queryOptions({ input: figure }));
  if (history.data === undefined) return <QueryState query={history} />;
  return (
    <section>
      <PanelTools value={undefined}>
        <TableMenu
          title={t('intake.history.file', {
            indicator: names.indicator(figure.indicator)?.code ?? figure.indicator,
            unit: names.fullName(figure.unit),
          })}
          rows={() => history.data}
          count={history.data.length}
          columns={fileColumns(text)}
        />
      </PanelTools>
      <h3>{t('intake.history.title')}</h3>
      <ol className={classes.events}>
        {history.data.map((one) => (
          <li key={`${one.run} ${one.state} ${one.until ?? ''}`}>
            <strong>{write(figure.indicator, one)}</strong> · {t(`intake.history.state.${one.state}`)}{' '}
            {one.kind === 'correction' && <CorrectedMark why={one.reason} />}
            <p className={classes.soft}>
              {tryText(`intake.runs.kind.${one.kind}`) ?? one.kind}: {placeOf(one, text)} · {one.who},{' '}
              {format.dateTime(one.at)}
              {one.reason !== null && ` · ${one.reason}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function fileColumns({ t, tryText }: Text): FileColumn<PastValueDto>[] {
  return [
    { header: t('units.outputs.value'), value: ({ value }) => value, format: 'decimal' },
    {
      header: t('indicators.file.numerator'),
      value: ({ numerator }) => numerator,
      format: 'decimal',
    },
    {
      header: t('indicators.file.denominator'),
      value: ({ denominator }) => denominator,
      format: 'decimal',
    },
    { header: t('alerts.file.state'), value: ({ state }) => t(`intake.history.state.${state}`) },
    {
      header: t('intake.history.kind'),
      value: ({ kind }) => tryText(`intake.runs.kind.${kind}`) ?? kind,
    },
    { header: t('intake.history.source'), value: ({ source }) => source },
    { header: t('units.source.sheet'), value: ({ sheet }) => sheet },
    { header: t('intake.history.row'), value: ({ row }) => row, format: 'integer' },
    { header: t('units.source.through'), value: ({ through }) => through },
    { header: t('intake.runs.who'), value: ({ who }) => who },
    { header: t('intake.runs.at'), value: ({ at }) => at, format: 'time' },
    { header: t('intake.undo.reason'), value: ({ reason }) => reason },
  ];
}

/** File, sheet and row it was sent in with, and the data file it came through. */
function placeOf({ source, sheet, row, through }: PastValueDto, { t }: Text): string {
  return [
    source,
    ...(sheet === null ? [] : [t('intake.place.sheet', { sheet })]),
    t('intake.changes.row', { row }),
    ...(through === null ? [] : [t('intake.history.through', { file: through })]),
  ].join(', ');
}
