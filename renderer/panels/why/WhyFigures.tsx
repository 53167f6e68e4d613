import { useNames } from '#renderer/ground/names.tsx';
import { ownText } from '#renderer/ground/own-figure.ts';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { StatusGlyph } from '#renderer/ui/StatusGlyph.tsx';
import type { WhyFigureDto } from '#shared/contract/why.ts';
import { boundsOfFigure } from '#shared/domain/bounds.ts';
import { fewText, sumBoundsText } from '#shared/text/bounds-text.ts';
import { figureWriter } from '#shared/text/figure-writer.ts';
import { knownText } from '#shared/text/known-text.ts';
import classes from './Why.module.css';

/** Each figure with its parts, its month, its thresholds and its weight. */
export function WhyFigures({ figures }: { readonly figures: readonly WhyFigureDto[] }) {
  const { t } = useText();
  const isJudged = figures.some(({ thresholds }) => thresholds !== null);
  const hasWeights = figures.some(({ thresholds }) => typeof thresholds?.weight === 'number');
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('why.figures')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('units.outputs.indicator')}</th>
            <th scope="col" data-numeric>
              {t('units.outputs.value')}
            </th>
            {isJudged && <th scope="col">{t('why.thresholds')}</th>}
            {hasWeights && (
              <th scope="col" data-numeric>
                {t('why.weight')}
              </th>
            )}
            {isJudged && <th scope="col">{t('units.outputs.status')}</th>}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <Row
              key={`${figure.unit}${figure.code}`}
              figure={figure}
              isJudged={isJudged}
              hasWeights={hasWeights}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: {
  readonly figure: WhyFigureDto;
  readonly isJudged: boolean;
  readonly hasWeights: boolean;
}) {
  const { figure, isJudged, hasWeights } = props;
  const text = useText();
  const names = useNames();
  const { thresholds, measured, state, kind, cut } = figure;
  const limits = thresholds === null ? [] : [thresholds.greenFrom, thresholds.yellowFrom];
  const write = figureWriter([{ kind, value: measured, thresholds: limits }], text.format);
  return (
    <tr>
      <th scope="row">
        {text.pick(figure)}
        {cut !== null && <span className={classes.parts}>{names.cut(cut)}</span>}
      </th>
      <td data-numeric>
        <strong>{knownText(text, measured, state, (value) => write({ kind, value }))}</strong>
        <span className={classes.parts}>{partsOf(figure, text)}</span>
      </td>
      {isJudged && <td>{thresholds === null ? '' : thresholdText(figure, thresholds, text)}</td>}
      {hasWeights && (
        <td data-numeric>
          {weightText(thresholds?.weight ?? null, text)}
          {thresholds?.decisive === true && <span className={classes.parts}>{text.t('why.decisive')}</span>}
        </td>
      )}
      {isJudged && (
        <td>
          {thresholds === null ? '' : <StatusGlyph status={figure.status} bounds={boundsOfFigure(figure)} />}
        </td>
      )}
    </tr>
  );
}

/** What the value is made of, and of how many communes. */
function partsOf(figure: WhyFigureDto, text: Text): string {
  const { t } = text;
  const { kind, numerator, denominator, value, few, reportedUnits, units } = figure;
  const parts = [
    kind === 'count' && value !== null && reportedUnits > 1 ? t('why.sum', { value, of: reportedUnits }) : '',
    numerator === null || denominator === null ? '' : t('units.outputs.ofTotal', { numerator, denominator }),
    few ? fewText(figure, text) : '',
    units > 1 && reportedUnits < units ? t('units.outputs.reported', { reported: reportedUnits, units }) : '',
    sumBoundsText(text, kind, figure.bounds) ?? '',
    ownText(figure, text) ?? '',
  ];
  return parts.filter(Boolean).join(' · ');
}

function thresholdText(
  { kind }: WhyFigureDto,
  { direction, greenFrom, yellowFrom }: NonNullable<WhyFigureDto['thresholds']>,
  { t, format }: Text,
): string {
  const write = (value: number) =>
    kind === 'count' ? format.number(value, 1) : format.percent(value, [value]);
  return t('why.thresholds.of', { direction, green: write(greenFrom), yellow: write(yellowFrom) });
}

function weightText(weight: number | null, { t, format }: Text): string {
  if (weight === null) return '';
  return weight === 0 ? t('why.weight.none') : format.number(weight, 2);
}
