import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { ChoroplethMap, NO_CLASSES } from '#renderer/map/ChoroplethMap.tsx';
import { MapLegend } from '#renderer/map/MapLegend.tsx';
import type { MapLevel } from '#renderer/map/map-classes.ts';
import { layerName, legendName, UnitCard, useDescribe } from '#renderer/map/UnitCard.tsx';
import { type ClassifiedQuery, isFixedLayer, useClassifiedMap } from '#renderer/map/use-classified-map.ts';
import { UnitPanel } from '#renderer/panels/units/UnitPanel.tsx';
import { LayerWhy } from '#renderer/panels/why/LayerWhy.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { MapPath } from './MapPath.tsx';
import { MapToolbar } from './MapToolbar.tsx';
import classes from './MapView.module.css';
import { TimeSlider } from './TimeSlider.tsx';
import { type MapAddress, useMapAddress } from './use-map-address.ts';
import { useMapOptions } from './use-map-options.ts';

// The first picture is the map: its table is fetched when it is asked for.
const MapTable = lazy(() => import('./MapTable.tsx').then((module) => ({ default: module.MapTable })));

/** Bản đồ: provinces and communes in any layer, as a map or as a table, with the unit's profile beside it. */
export function MapView() {
  const text = useText();
  const address = useKnownAddress();
  const { id: cut } = useCut();
  const options = useMapOptions();
  const stage = useRef<HTMLDivElement>(null);
  const level: MapLevel = address.province === null ? address.level : 'commune';
  const query = useClassifiedMap(cut, level, address.layer);
  const closePanel = () => {
    address.change({ unit: null });
    // The keyboard goes on where it was before the panel took it.
    stage.current?.querySelector<HTMLElement>('.leaflet-container')?.focus({ preventScroll: true });
  };
  return (
    <div className={classes.screen}>
      <h1 className="visually-hidden">{text.t('map.title')}</h1>
      <MapToolbar address={address} options={options} level={level} query={query} />
      <MapPath address={address} level={level} />
      {address.problem !== null && (
        <p className={classes.problem} role="status">
          {address.problem}
        </p>
      )}
      <div className={classes.body}>
        <div ref={stage} className={classes.stage}>
          {query.isError && query.classified === null ? (
            <QueryState query={query} />
          ) : (
            <Picture {...{ address, query, level, cut, options }} />
          )}
        </div>
        {address.unit !== null && <UnitPanel code={address.unit} cut={cut} onClose={closePanel} />}
      </div>
      <TimeSlider />
    </div>
  );
}

interface PictureProps {
  readonly address: MapAddress;
  readonly query: ClassifiedQuery;
  readonly level: MapLevel;
  readonly cut: string | undefined;
  readonly options: ReturnType<typeof useMapOptions>;
}

function Picture(props: PictureProps) {
  return props.address.isTable ? <TablePicture {...props} /> : <MapPicture {...props} />;
}

function TablePicture({ address, query, cut }: PictureProps) {
  if (query.classified === null || query.columns === null) return <QueryState query={query} />;
  return (
    <Suspense fallback={<QueryState query={query} />}>
      <MapTable
        classified={query.classified}
        columns={query.columns}
        province={address.province}
        selected={address.unit}
        cut={cut}
        onSelect={(unit) => address.change({ unit })}
      />
    </Suspense>
  );
}

function MapPicture({ address, query, level, options, cut }: PictureProps) {
  const text = useText();
  const names = useNames();
  const { classified, columns } = query;
  const [highlighted, setHighlighted] = useHighlight(`${address.layer} ${level}`);
  const describe = useDescribe(classified, columns);
  const { hasNames, hasPatterns } = options;
  const legendTitle = legendName(address.layer, text, names);
  const label = text.t('map.label', {
    layer: layerName(address.layer, text, names),
    level: text.t(`map.level.${level}.long`),
  });
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
      selected={address.unit}
      onSelect={(unit) => address.change({ unit })}
      onDrill={(province) => address.change({ province, unit: null })}
      onLeave={() => leaveOne(address)}
      focusProvince={address.province}
      highlighted={highlighted}
      showLabels={hasNames}
      hasPatterns={hasPatterns}
      describe={describe}
      card={(code) => (
        <UnitCard code={code} classified={classified} columns={columns} hasPatterns={hasPatterns} />
      )}
      corner={
        classified !== null && (
          <MapLegend
            classified={classified}
            province={address.province}
            hasPatterns={hasPatterns}
            why={<LayerWhy layer={classified.layer} cut={cut} />}
            highlighted={highlighted}
            onHighlight={setHighlighted}
          />
        )
      }
    />
  );
}

/** The classes that stand out; another layer or level has other classes, so it begins with none. */
function useHighlight(scale: string): [ReadonlySet<string>, (highlighted: ReadonlySet<string>) => void] {
  const [kept, setKept] = useState({ scale, highlighted: NO_CLASSES });
  const set = (highlighted: ReadonlySet<string>) => setKept({ scale, highlighted });
  return [kept.scale === scale ? kept.highlighted : NO_CLASSES, set];
}

/** Escape takes one step out: from the unit, then from the province. */
function leaveOne(address: MapAddress): void {
  if (address.unit !== null) address.change({ unit: null });
  else if (address.province !== null) address.change({ province: null });
}

/** The address with what does not exist put right, and a sentence that says so. */
function useKnownAddress(): MapAddress & { readonly problem: string | null } {
  const { t } = useText();
  const { units, unit, onlyProvince } = useNames();
  const address = useMapAddress();
  const indicators = useQuery(useApi().plan.indicators.queryOptions()).data;
  return useMemo(() => {
    const isKnownLayer =
      isFixedLayer(address.layer) ||
      indicators === undefined ||
      indicators.some((indicator) => indicator.code === address.layer);
    const areNamesThere = units.length > 0;
    const strange = [address.unit, address.province].find(
      (code) => code !== null && areNamesThere && unit(code) === undefined,
    );
    // The file of one province has nothing else to show.
    const home = address.level === 'commune' ? onlyProvince : null;
    const isStrange = (code: string | null) => code !== null && code === strange;
    return {
      ...address,
      layer: isKnownLayer ? address.layer : 'reported',
      unit: isStrange(address.unit) ? null : address.unit,
      province: isStrange(address.province) ? home : (address.province ?? home),
      problem: strange
        ? t('map.unknownUnit', { code: strange })
        : isKnownLayer
          ? null
          : t('map.layer.unknown'),
    };
  }, [address, units, unit, onlyProvince, indicators, t]);
}
