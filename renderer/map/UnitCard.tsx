import { useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { useThresholds } from '#renderer/ground/use-thresholds.ts';
import { SplitGlyph } from '#renderer/ui/SplitGlyph.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { MapColumnsDto } from '#shared/contract/map.ts';
import { classOfUnit, classText, positionOf } from './class-text.ts';
import type { ClassifiedMap, MapClass } from './map-classes.ts';
import { type SayMissing, useMissing } from './missing-names.ts';
import { Swatch } from './Swatch.tsx';
import classes from './UnitCard.module.css';
import { isFixedLayer } from './use-classified-map.ts';

interface UnitCardProps {
  readonly code: string;
  readonly classified: ClassifiedMap | null;
  readonly columns: MapColumnsDto | null;
  readonly hasPatterns?: boolean;
}

/** What the card beside the pointer says of a unit: name, place, colour in words, what is missing, coverage. */
export function UnitCard(props: UnitCardProps) {
  const names = useNames();
  const { code, classified } = props;
  const facts = useUnitFacts(code, props.columns, useMissing(props.columns, true));
  const province = names.unit(code)?.parent;
  const found = classified === null ? undefined : classOfUnit(classified, code);
  return (
    <div className={classes.card}>
      <strong>{names.fullName(code)}</strong>
      {province !== null && province !== undefined && province !== 'VN' && (
        <span className={classes.place}>{names.fullName(province)}</span>
      )}
      {found !== undefined && classified !== null && (
        <LayerLine
          classified={classified}
          found={found}
          code={code}
          hasPatterns={props.hasPatterns === true}
        />
      )}
      {facts !== null && (
        <span className={classes.both}>
          <SplitGlyph reported={facts.reported} operating={facts.operating} bounds={facts.bounds} />
          {facts.sentences.map((sentence) => (
            <span key={sentence}>{sentence}</span>
          ))}
        </span>
      )}
    </div>
  );
}

function LayerLine(props: {
  readonly classified: ClassifiedMap;
  readonly found: MapClass;
  readonly code: string;
  readonly hasPatterns: boolean;
}) {
  const text = useText();
  const names = useNames();
  const { classified, found } = props;
  const layer = layerName(classified.layer, text, names);
  const value = writtenValue(classified, props.code, text, names, useThresholds(classified.layer));
  return (
    <span className={classes.layer}>
      <span className={classes.layerName}>{layer}</span>
      {found.status === null || (found.label.kind !== 'status' && found.bounds === null) ? (
        <span className={classes.badge}>
          <Swatch item={found} hasPatterns={props.hasPatterns} />
          {classText(found.label, text)}
        </span>
      ) : (
        <StatusBadge status={found.status} bounds={found.bounds} />
      )}
      {value !== null && <b>{value}</b>}
    </span>
  );
}

type Names = ReturnType<typeof useNames>;

/** The layer's name in the screen's language: one of the fixed ones, or the indicator's. */
export function layerName(layer: string, text: Text, names: Names): string {
  if (isFixedLayer(layer)) return text.t(`map.layer.${layer}`);
  const indicator = names.indicator(layer);
  if (indicator === undefined) return layer;
  return text.locale === 'vi' ? indicator.shortName : indicator.shortNameEn;
}

/** The same above the legend of a picture, where nothing else says which colour stands for what. */
export function legendName(layer: string, text: Text, names: Names): string {
  return layer === 'gap' ? text.t('map.picture.gap') : layerName(layer, text, names);
}

/** The figure behind a unit's class, written for a person; null where the class says it all or there is none. */
function writtenValue(
  classified: ClassifiedMap,
  code: string,
  text: Text,
  names: Names,
  thresholds: readonly number[],
): string | null {
  const { layer, level } = classified;
  const value = classified.values[positionOf(classified, code) ?? -1] ?? null;
  if (value === null || layer === 'reported' || layer === 'operating' || layer === 'gap') return null;
  if (layer === 'coverage') return text.format.percent(value, thresholds);
  const kind = names.indicator(layer)?.kind;
  if (kind === 'criterion') return level === 'province' ? text.format.percent(value) : null;
  return kind === 'ratio' ? text.format.percent(value, thresholds) : text.format.number(value);
}

const sayNothing: SayMissing = () => null;

/** What the statuses say of a unit, in sentences; null when the cut has nothing on it. */
function useUnitFacts(code: string, columns: MapColumnsDto | null, sayMissing: SayMissing = sayNothing) {
  const text = useText();
  return columns === null ? null : unitFacts(code, columns, text, sayMissing);
}

/** The same without a hook. */
function unitFacts(code: string, columns: MapColumnsDto, text: Text, sayMissing: SayMissing = sayNothing) {
  const at = positionOf(columns, code);
  const reported = columns.reported[at ?? -1];
  const operating = columns.operating[at ?? -1];
  if (at === undefined || reported === undefined || operating === undefined) return null;
  const { t, format } = text;
  const isProvince = columns.level === 'province';
  const missing = columns.missing[at] ?? null;
  const coverage = columns.coverage[at] ?? null;
  const sentences: string[] = [];
  if (missing !== null)
    sentences.push(
      sayMissing(code) ?? t(isProvince ? 'map.card.notGreen' : 'map.card.missing', { count: missing }),
    );
  if (coverage !== null) {
    const share = format.percent(coverage);
    const open = columns.coverageOpen.find((one) => one.at === at);
    const atMost = open === undefined ? 'none' : format.percent(open.atMost);
    sentences.push(t(isProvince ? 'map.card.coverage' : 'map.card.criteria', { share, atMost }));
  }
  if (sentences.length === 0) sentences.push(t('map.card.none'));
  const bounds = columns.undetermined.find((one) => one.at === at);
  return { reported, operating, bounds, sentences };
}

/** Says a unit in one sentence: for the live region and for titles. */
export function useDescribe(classified: ClassifiedMap | null, columns: MapColumnsDto | null) {
  const text = useText();
  const names = useNames();
  const sayMissing = useMissing(columns, false);
  return (code: string): string => {
    const province = names.unit(code)?.parent;
    const found = classified === null ? undefined : classOfUnit(classified, code);
    const place = province && province !== 'VN' ? [names.fullName(province)] : [];
    const layer =
      classified === null || found === undefined
        ? []
        : [`${layerName(classified.layer, text, names)}: ${classText(found.label, text)}`];
    const facts = columns === null ? null : unitFacts(code, columns, text, sayMissing);
    const parts = [...place, ...layer, ...(facts?.sentences ?? [])];
    return text.t('map.live.unit', { name: names.fullName(code), detail: parts.join('. ') });
  };
}
