import type { ReactNode } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { statusStyle } from '#shared/domain/colours.ts';
import { COLOURS } from '#shared/domain/model.ts';
import { monthName } from '#shared/text/reason-text.ts';
import { waitingText } from '#shared/text/waiting-month.ts';
import { classText } from './class-text.ts';
import classes from './MapLegend.module.css';
import { type ClassifiedMap, countsWithin, type MapClass } from './map-classes.ts';
import { Swatch } from './Swatch.tsx';
import { layerName } from './UnitCard.tsx';

interface MapLegendProps {
  readonly classified: ClassifiedMap;
  /** Counts the communes of this province only; null: the whole country. */
  readonly province?: string | null;
  readonly hasPatterns?: boolean;
  /** Beside the name of the layer: what asks why. */
  readonly why?: ReactNode;
  readonly highlighted?: ReadonlySet<string>;
  /** Makes the rows buttons that highlight their class. */
  readonly onHighlight?: (highlighted: ReadonlySet<string>) => void;
}

/** What each colour means and how many units have it; the kinds of empty are there even when no unit is empty. */
export function MapLegend(props: MapLegendProps) {
  const text = useText();
  const names = useNames();
  const { classified, highlighted, onHighlight, province = null } = props;
  const isGap = classified.layer === 'gap';
  const counts =
    province === null
      ? classified.counts
      : countsWithin(classified, (code) => names.unit(code)?.parent === province);
  const isOpen = ({ item, count }: { item: MapClass; count: number }) => item.bounds !== null && count > 0;
  const rows = classified.classes.map((item, place) => ({ item, count: counts[place] ?? 0 }));
  const listed = isGap ? rows.filter(({ item }) => item.isEmpty) : rows.filter(isWorthALine);
  const kind = names.indicator(classified.layer)?.kind;
  const month = monthName(classified.figuresCut, text);
  const note =
    month === null ? legendNote(classified, text.t, kind) : text.t('map.legend.figures', { cut: month });
  return (
    <section className={classes.legend} aria-label={text.t('map.legend')}>
      <h3>
        {layerName(classified.layer, text, names)} {props.why}
      </h3>
      {note !== null && <p>{note}</p>}
      {classified.waitingMonth !== null && <p>{waitingText(text, classified.waitingMonth)}</p>}
      {rows.some(isOpen) && <p>{text.t('map.legend.undetermined')}</p>}
      {rows.some(({ item, count }) => item.label.kind === 'bandOpen' && count > 0) && (
        <p>{text.t('map.legend.bandOpen')}</p>
      )}
      {isGap && <GapMatrix {...props} rows={rows} />}
      <ul>
        {listed.map(({ item, count }) => (
          <li key={item.key}>
            <LegendButton {...props} item={item} count={count} className={classes.row ?? ''}>
              <Swatch item={item} hasPatterns={props.hasPatterns === true} />
              <span className={classes.word}>
                {item.bounds === null
                  ? classText(item.label, text)
                  : text.t('map.legend.between', { ...item.bounds })}
                {hasNoData(item) && <small> ({text.t('map.legend.noData.note')})</small>}
              </span>
              <b>{text.format.number(count)}</b>
            </LegendButton>
          </li>
        ))}
      </ul>
      {onHighlight !== undefined && highlighted !== undefined && highlighted.size > 0 && (
        <button type="button" className={classes.clear} onClick={() => onHighlight(new Set())}>
          {text.t('map.legend.clear')}
        </button>
      )}
    </section>
  );
}

// Something came of what is undetermined, and of one side at least of a gap that is not known.
function hasNoData({ isEmpty, status, label }: MapClass): boolean {
  return isEmpty && status !== 'undetermined' && label.kind !== 'unknownGap';
}

// 'Not reported' always has its line; other kinds of empty and what is undetermined only when a unit is of that kind.
function isWorthALine({ item, count }: { item: MapClass; count: number }): boolean {
  return (
    (!item.isEmpty && item.status !== 'undetermined') ||
    count > 0 ||
    item.key === 'notReported' ||
    item.key === 'noEvidence'
  );
}

type Translate = ReturnType<typeof useText>['t'];

function legendNote(classified: ClassifiedMap, t: Translate, kind: string | undefined): string | null {
  const { layer, level } = classified;
  if (layer === 'coverage') return t(`map.legend.coverage.${level}`);
  if (layer === 'gap') return t('map.legend.gap');
  return kind === 'criterion' && level === 'province' ? t('map.legend.criterion.province') : null;
}

function LegendButton(
  props: MapLegendProps & {
    readonly item: MapClass;
    readonly count: number;
    readonly className: string;
    readonly children: ReactNode;
  },
) {
  const text = useText();
  const { item, highlighted, onHighlight } = props;
  if (onHighlight === undefined) return <span className={props.className}>{props.children}</span>;
  const isOn = highlighted?.has(item.key) === true;
  const name = legendRowName(item, props.count, text);
  return (
    <button
      type="button"
      className={props.className}
      data-dim={(highlighted !== undefined && highlighted.size > 0 && !isOn) || undefined}
      aria-pressed={isOn}
      aria-label={name}
      title={`${name}. ${text.t('map.legend.hint')}`}
      onClick={() => onHighlight(toggled(highlighted, item.key))}
    >
      {props.children}
    </button>
  );
}

function legendRowName(item: MapClass, count: number, text: ReturnType<typeof useText>): string {
  if (item.label.kind !== 'pair') {
    return text.t('map.legend.row', { name: classText(item.label, text), count });
  }
  const { reported, operating } = item.label;
  const word = (status: typeof reported | typeof operating) => classText({ kind: 'status', status }, text);
  return text.t('map.legend.gap.cell', { reported: word(reported), operating: word(operating), count });
}

function toggled(before: ReadonlySet<string> | undefined, key: string): ReadonlySet<string> {
  const next = new Set(before);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Reported down, operating across, each cell its colour and its count: the bivariate key. */
function GapMatrix(
  props: MapLegendProps & { readonly rows: readonly { readonly item: MapClass; readonly count: number }[] },
) {
  const text = useText();
  const letter = (status: (typeof COLOURS)[number]) => statusStyle(status, 'light').letter[text.locale];
  return (
    <div className={classes.matrix}>
      <span aria-hidden="true" />
      {COLOURS.map((operating) => (
        <span key={operating} className={classes.axis} aria-hidden="true">
          {letter(operating)}
        </span>
      ))}
      {COLOURS.map((reported) => [
        <span key={reported} className={classes.axis} aria-hidden="true">
          {letter(reported)}
        </span>,
        ...COLOURS.map((operating) => {
          const row = props.rows.find(({ item }) => item.key === `${reported}-${operating}`);
          if (row === undefined) return null;
          return (
            <LegendButton
              {...props}
              key={operating}
              item={row.item}
              count={row.count}
              className={classes.cell ?? ''}
            >
              <Swatch item={row.item} hasPatterns={props.hasPatterns === true} />
              {text.format.number(row.count)}
            </LegendButton>
          );
        }),
      ])}
    </div>
  );
}
