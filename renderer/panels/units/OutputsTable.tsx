import { Tooltip, UnstyledButton } from '@mantine/core';
import { Sparkline } from '#renderer/charts/Sparkline.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { ownText } from '#renderer/ground/own-figure.ts';
import { useText } from '#renderer/ground/text.tsx';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { StatusGlyph } from '#renderer/ui/StatusGlyph.tsx';
import type { UnitProfileDto } from '#shared/contract/units.ts';
import { boundsOfFigure } from '#shared/domain/bounds.ts';
import type { FigureState } from '#shared/domain/known.ts';
import { fewText, sumBoundsText } from '#shared/text/bounds-text.ts';
import { figureWriter } from '#shared/text/figure-writer.ts';
import type { Formatter } from '#shared/text/format.ts';
import { emptyText, knownText } from '#shared/text/known-text.ts';
import { statusText } from '#shared/text/status-text.ts';
import classes from './OutputsTable.module.css';
import { SourceNote } from './SourceNote.tsx';

export type UnitOutput = UnitProfileDto['outputs'][number];

type FigureKey = 'value' | 'provinceMedian' | 'countryMedian';
type Writers = Readonly<Record<FigureKey, (output: UnitOutput) => string>>;

/** One writer for each column of figures; thresholds of counts are per commune, as the figures above it are not. */
function writersOf({ outputs, unit }: UnitProfileDto, format: Formatter): Writers {
  const writer = (key: FigureKey) => {
    const write = figureWriter(
      outputs.map(({ kind, greenFrom, yellowFrom, [key]: value }) => ({
        kind,
        value,
        thresholds: kind === 'ratio' || unit.level === 'commune' ? [greenFrom, yellowFrom] : [],
      })),
      format,
    );
    return ({ kind, [key]: value }: UnitOutput) => write({ kind, value });
  };
  return {
    value: writer('value'),
    provinceMedian: writer('provinceMedian'),
    countryMedian: writer('countryMedian'),
  };
}

/** Every output indicator beside the medians of the province and the country. */
export function OutputsTable(props: {
  readonly profile: UnitProfileDto;
  /** Narrow: no medians, no trend. */
  readonly compact?: boolean;
  readonly selected?: string | undefined;
  readonly onSelect?: (code: string) => void;
}) {
  const { t, format } = useText();
  const { profile, compact = false, selected, onSelect } = props;
  if (profile.outputs.length === 0) {
    return <EmptyState title={t('empty.notReported')} hint={t('units.outputs.none')} hatched />;
  }
  const writers = writersOf(profile, format);
  return (
    <div className={classes.room}>
      {!compact && <OutputsFile profile={profile} />}
      <table className={classes.table}>
        <caption className="visually-hidden">{t('units.outputs')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('units.outputs.indicator')}</th>
            <th scope="col" data-numeric>
              {t('units.outputs.value')}
            </th>
            <th scope="col">{t('units.outputs.status')}</th>
            {!compact && <MedianHeaders hasProvince={hasProvince(profile)} />}
            <th scope="col">
              <span className="visually-hidden">{t('units.source')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {profile.outputs.map((output) => (
            <OutputRow
              key={output.code}
              output={output}
              profile={profile}
              writers={writers}
              compact={compact}
              isSelected={output.code === selected}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OutputsFile({ profile }: { readonly profile: UnitProfileDto }) {
  const { t, pick } = useText();
  const names = useNames();
  const figure = (
    header: string,
    value: (output: UnitOutput) => number | null,
    empty?: (output: UnitOutput) => FigureState,
  ) => ({ header, value, format: 'decimal' as const, empty });
  const partsEmpty = ({ value, state }: UnitOutput) => (value === null ? state : 'notApplicable');
  return (
    <TableMenu
      title={`${t('units.outputs')}: ${names.fullName(profile.unit.code)}`}
      rows={() => profile.outputs}
      count={profile.outputs.length}
      cut={profile.outputs[0]?.cut ?? undefined}
      columns={[
        { header: t('units.outputs.indicator'), value: pick },
        { header: t('tableExport.code'), value: (output) => output.code },
        figure(
          t('units.outputs.value'),
          (output) => output.value,
          ({ state }) => state,
        ),
        figure(t('indicators.file.numerator'), (output) => output.numerator, partsEmpty),
        figure(t('indicators.file.denominator'), (output) => output.denominator, partsEmpty),
        {
          header: t('units.outputs.status'),
          value: (output) => statusText({ t }, output.status, boundsOfFigure(output)),
        },
        figure(t('units.outputs.own.column'), (output) => output.own?.value ?? null),
        figure(
          t('units.outputs.provinceMedian'),
          (output) => output.provinceMedian,
          (output) => output.provinceMedianOf?.state ?? 'notApplicable',
        ),
        figure(
          t('units.outputs.countryMedian'),
          (output) => output.countryMedian,
          (output) => output.countryMedianOf?.state ?? 'notApplicable',
        ),
      ]}
    />
  );
}

/** The country lies in no province: a column of dashes would say nothing. */
const hasProvince = ({ unit }: UnitProfileDto): boolean => unit.level !== 'country';

function MedianHeaders(props: { readonly hasProvince: boolean }) {
  const { t } = useText();
  return (
    <>
      {props.hasProvince && (
        <th scope="col" data-numeric>
          <Tooltip label={t('units.outputs.medianHint')}>
            <span>{t('units.outputs.provinceMedian')}</span>
          </Tooltip>
        </th>
      )}
      <th scope="col" data-numeric>
        <Tooltip label={t('units.outputs.medianHint')}>
          <span>{t('units.outputs.countryMedian')}</span>
        </Tooltip>
      </th>
      <th scope="col" className={classes.trend}>
        {t('units.outputs.trend')}
      </th>
    </>
  );
}

function OutputRow(props: {
  readonly output: UnitOutput;
  readonly profile: UnitProfileDto;
  readonly writers: Writers;
  readonly compact: boolean;
  readonly isSelected: boolean;
  readonly onSelect: ((code: string) => void) | undefined;
}) {
  const text = useText();
  const names = useNames();
  const { output, profile, writers, compact } = props;
  const name = text.pick(output);
  const why = profile.reasons.find(
    ({ code, values }) => code.startsWith('reason.indicator.') && values.indicator === output.code,
  );
  return (
    <tr aria-selected={props.isSelected || undefined}>
      <th scope="row">
        <Name {...props} name={name} />
      </th>
      <td data-numeric>
        <Value
          output={output}
          written={writers.value(output)}
          isCommune={profile.unit.level === 'commune'}
          compact={compact}
        />
      </td>
      <td>
        {compact ? (
          <StatusGlyph status={output.status} bounds={boundsOfFigure(output)} />
        ) : (
          <StatusBadge status={output.status} bounds={boundsOfFigure(output)} />
        )}
      </td>
      {!compact && (
        <>
          <Medians output={output} writers={writers} hasProvince={hasProvince(profile)} />
          <td className={classes.trend}>
            <Sparkline
              label={text.t('units.outputs.trendOf', { name })}
              values={output.trend.map((point) => point.value)}
              {...(output.kind === 'ratio' ? { max: 1 } : {})}
            />
          </td>
        </>
      )}
      <td>
        <SourceNote
          name={name}
          provenance={output.provenance}
          why={why === undefined ? undefined : names.reason(why)}
          figure={figureOf(output, profile)}
        />
      </td>
    </tr>
  );
}

function Medians(props: {
  readonly output: UnitOutput;
  readonly writers: Writers;
  readonly hasProvince: boolean;
}) {
  const { output, writers } = props;
  const { provinceMedian, provinceMedianOf, countryMedian, countryMedianOf } = output;
  return (
    <>
      {props.hasProvince && (
        <Median
          value={provinceMedian}
          of={provinceMedianOf}
          written={writers.provinceMedian(output)}
          output={output}
        />
      )}
      <Median
        value={countryMedian}
        of={countryMedianOf}
        written={writers.countryMedian(output)}
        output={output}
      />
    </>
  );
}

/** A median with the share of communes behind it, where that is not all of them. */
function Median(props: {
  readonly value: number | null;
  readonly of: UnitOutput['countryMedianOf'];
  readonly written: string;
  readonly output: UnitOutput;
}) {
  const { t, format } = useText();
  const { value, of, written, output } = props;
  // Nobody is asked for it by now, or nothing of its month has come: what the unit itself has says which.
  if (of === null)
    return (
      <td data-numeric className={classes.empty}>
        {emptyText({ t }, output.state)}
      </td>
    );
  const { state, reported, units } = of;
  return (
    <td data-numeric>
      <span className={value === null ? classes.empty : undefined}>
        {knownText({ t, format }, value, state, () => written)}
      </span>
      {value !== null && reported < units && (
        <span className={`${classes.parts} ${classes.wraps}`}>
          {t('units.outputs.medianOf', { reported, units })}
        </span>
      )}
    </td>
  );
}

function Name(props: {
  readonly output: UnitOutput;
  readonly name: string;
  readonly isSelected: boolean;
  readonly onSelect: ((code: string) => void) | undefined;
}) {
  const { t } = useText();
  const { output, name, onSelect } = props;
  if (onSelect === undefined) return name;
  return (
    <UnstyledButton
      className={classes.choose ?? ''}
      aria-pressed={props.isSelected}
      title={t('units.outputs.choose', { name })}
      onClick={() => onSelect(output.code)}
    >
      {name}
    </UnstyledButton>
  );
}

/** A commune's own figure; those above it are computed from many. */
function figureOf(output: UnitOutput, { unit }: UnitProfileDto) {
  if (unit.level !== 'commune' || output.cut === null) return undefined;
  return { cut: output.cut, unit: unit.code, indicator: output.code };
}

function Value(props: {
  readonly output: UnitOutput;
  readonly written: string;
  readonly isCommune: boolean;
  readonly compact: boolean;
}) {
  const text = useText();
  const { output } = props;
  const { numerator, denominator } = output;
  const own = ownText(output, text);
  const bounds = sumBoundsText(text, output.kind, output.bounds);
  return (
    <>
      {output.value === null ? (
        <span className={classes.empty}>{knownText(text, null, output.state)}</span>
      ) : (
        <strong>{props.written}</strong>
      )}
      {own !== null && (
        <span className={classes.parts} title={text.t('units.outputs.own.hint')}>
          {own}
        </span>
      )}
      {numerator !== null && denominator !== null && (
        <span className={classes.parts}>
          {text.t('units.outputs.ofTotal', { numerator, denominator })}
          {output.few && ` · ${fewText(output, text)}`}
        </span>
      )}
      {output.few && denominator === null && <span className={classes.parts}>{fewText(output, text)}</span>}
      {!props.isCommune && !props.compact && output.reportedUnits < output.units && (
        <span className={classes.parts}>
          {text.t('units.outputs.reported', { reported: output.reportedUnits, units: output.units })}
        </span>
      )}
      {bounds !== null && !props.compact && (
        <span className={`${classes.parts} ${classes.wraps}`}>{bounds}</span>
      )}
    </>
  );
}
