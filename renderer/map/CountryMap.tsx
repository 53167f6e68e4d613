import type { ReactNode } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { ChoroplethMap } from './ChoroplethMap.tsx';
import { MapLegend } from './MapLegend.tsx';
import type { MapLayerName, MapLevel } from './map-classes.ts';
import { layerName, legendName, UnitCard, useDescribe } from './UnitCard.tsx';
import { useClassifiedMap } from './use-classified-map.ts';

export interface CountryMapProps {
  /** A cut's id; undefined: the newest. */
  readonly cut: string | undefined;
  readonly level: MapLevel;
  /** 'reported', 'coverage', 'operating', 'gap', or the code of an indicator. */
  readonly layer: MapLayerName;
  readonly selected?: string | null;
  readonly onSelect?: (code: string) => void;
  /** Asked to show the communes of a province (double click, Shift + Enter). */
  readonly onDrill?: (province: string) => void;
  readonly focusProvince?: string | null;
  readonly showLabels?: boolean;
  /** Hoàng Sa and Trường Sa beside the map; false: the whole country with them. */
  readonly inset?: boolean;
  readonly hasLegend?: boolean;
  /** Beside the name of the layer in the legend: what asks why. */
  readonly why?: ReactNode;
  readonly hasPatterns?: boolean;
  /** A picture to look at: no controls, no keys, no pointer (wall). */
  readonly isStill?: boolean;
  /** Names this many times their usual size (wall). */
  readonly labelScale?: number;
}

/** The map of the country at a cut with its figures: for Tổng quan, the wall and wherever a map helps. */
export function CountryMap(props: CountryMapProps) {
  const text = useText();
  const names = useNames();
  const { cut, level, layer } = props;
  const query = useClassifiedMap(cut, level, layer);
  const { classified, columns } = query;
  const describe = useDescribe(classified, columns);
  if (query.isError && classified === null) return <QueryState query={query} />;
  const hasPatterns = props.hasPatterns === true;
  const legendTitle = legendName(layer, text, names);
  const label = text.t('map.label', {
    layer: layerName(layer, text, names),
    level: text.t(`map.level.${level}.long`),
  });
  const focus = props.focusProvince ?? (level === 'commune' ? names.onlyProvince : null);
  return (
    <ChoroplethMap
      classified={classified}
      label={label}
      picture={{
        title: label,
        legendTitle,
        classify: query.classify,
        cut: classified?.figuresCut ?? undefined,
      }}
      selected={props.selected ?? null}
      onSelect={props.onSelect}
      onDrill={props.onDrill}
      focusProvince={focus}
      showLabels={props.showLabels !== false}
      inset={props.inset !== false}
      isStill={props.isStill === true}
      labelScale={props.labelScale ?? 1}
      hasPatterns={hasPatterns}
      describe={describe}
      card={(code) => (
        <UnitCard code={code} classified={classified} columns={columns} hasPatterns={hasPatterns} />
      )}
      corner={
        props.hasLegend === false
          ? undefined
          : classified && (
              <MapLegend classified={classified} province={focus} hasPatterns={hasPatterns} why={props.why} />
            )
      }
    />
  );
}
