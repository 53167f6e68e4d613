import 'leaflet/dist/leaflet.css';
import * as echarts from 'echarts';
import L from 'leaflet';
import { ChoroplethLayer } from '#renderer/map/choropleth-layer.ts';
import { NO_LABELS } from '#renderer/map/label-overlay.ts';
import type { MapFills } from '#renderer/map/map-painter.ts';
import type { MapTopology } from '#renderer/map/topology.ts';
import type { TopologyFile } from '#renderer/map/topology-file.ts';
import { readFlatTopology } from '#renderer/map/topology-file-flat.ts';
import { type CommuneFeatures, featuresOf } from './features.ts';
import type { WayName } from './way-names.ts';

/** One way to draw the communes: what the bench measures, the same for all. */
export interface Way {
  /** Draws the first picture into the element. `classes[n]` is the colour (0..3) of commune n. */
  start(element: HTMLElement, classes: Uint8Array): Promise<void> | void;
  recolour(classes: Uint8Array): void;
  /** What a move of the pointer costs up to knowing the commune and showing it: x, y in CSS pixels. */
  hover(x: number, y: number): void;
}

const COLOURS = ['#2E9E83', '#F5CB45', '#9E1B1B', '#C4C9D1'] as const;

const VIEW = L.latLngBounds([7.18, 102.14], [23.4, 117.84]);

function createMap(element: HTMLElement, options: L.MapOptions = {}): L.Map {
  return L.map(element, { zoomSnap: 0.25, attributionControl: false, ...options }).fitBounds(VIEW);
}

/** Prepares a way from the parsed file; what it does beforehand is not measured. */
export function prepareWay(name: Exclude<WayName, 'own'>, file: TopologyFile): Way {
  const features = featuresOf(file);
  if (name === 'echarts') return echartsWay(features);
  return leafletWay(features, name === 'leafletCanvas');
}

/** This project's own layer, fed with the bytes of its boundary file. */
export function ownWay(bytes: ArrayBuffer): Way {
  const layer = new ChoroplethLayer();
  let topology: MapTopology | null = null;
  const content = {
    style: {
      sea: '#eef1f4',
      provinceLine: { colour: '#22303d', opacity: 1 },
      communeLine: { colour: '#ffffff', opacity: 0.7 },
      fontFamily: 'sans-serif',
      size: 1,
    },
    labels: NO_LABELS,
    withCommuneBorders: true,
  };
  const paints = COLOURS.map((colour) => ({ colour, pattern: 'solid' as const, ink: '#808080' }));
  const fillsOf = (classes: Uint8Array): MapFills => ({ paintOf: Uint8Array.of(0, ...classes), paints });
  return {
    start: (element, classes) => {
      topology = readFlatTopology(bytes);
      layer.update(topology, { ...content, fills: fillsOf(classes) });
      layer.addTo(createMap(element));
    },
    recolour: (classes) => {
      if (topology !== null) layer.update(topology, { ...content, fills: fillsOf(classes) });
    },
    hover: (x, y) => {
      const commune = layer.communeAt(L.point(x, y));
      layer.outline('hovered', 'commune', topology?.communes.codes[commune ?? -1] ?? null);
    },
  };
}

/** The part of Leaflet's canvas renderer that finds the shape under the pointer; it is throttled otherwise. */
interface HoveringRenderer extends L.Renderer {
  _mouseHoverThrottled: boolean;
  _handleMouseHover(event: MouseEvent, point: L.Point): void;
}

function leafletWay(features: CommuneFeatures, isCanvas: boolean): Way {
  let layers: L.Path[] = [];
  let map: L.Map | null = null;
  const renderer = isCanvas ? L.canvas() : L.svg();
  return {
    start: (element, classes) => {
      map = createMap(element, { renderer });
      layers = [];
      L.geoJSON(features, {
        style: () => ({ weight: 0.5, color: '#ffffff', fillOpacity: 1 }),
        onEachFeature: (_feature, layer) => {
          const path = layer as L.Path;
          path.setStyle({ fillColor: COLOURS[classes[layers.length] ?? 0] ?? '' });
          path.on('mouseover', () => path.setStyle({ weight: 2 }));
          path.on('mouseout', () => path.setStyle({ weight: 0.5 }));
          layers.push(path);
        },
      }).addTo(map);
    },
    recolour: (classes) => {
      layers.forEach((layer, number) => {
        layer.setStyle({ fillColor: COLOURS[classes[number] ?? 0] ?? '' });
      });
    },
    hover: (x, y) => {
      if (map === null) return;
      const event = new MouseEvent('mousemove', { clientX: x, clientY: y, bubbles: true });
      if (!isCanvas) {
        document
          .elementFromPoint(x, y)
          ?.dispatchEvent(new MouseEvent('mouseover', { clientX: x, clientY: y, bubbles: true }));
        return;
      }
      const hovering = renderer as HoveringRenderer;
      hovering._mouseHoverThrottled = false;
      hovering._handleMouseHover(event, map.containerPointToLayerPoint([x, y]));
    },
  };
}

function echartsWay(features: CommuneFeatures): Way {
  let chart: echarts.ECharts | null = null;
  const names = features.features.map((feature) => feature.properties.name);
  const dataOf = (classes: Uint8Array) =>
    names.map((name, number) => ({ name, value: classes[number] ?? 0 }));
  return {
    start: async (element, classes) => {
      const created = echarts.init(element, null, { renderer: 'canvas' });
      chart = created;
      echarts.registerMap('communes', features as Parameters<typeof echarts.registerMap>[1]);
      await new Promise<void>((resolve) => {
        created.on('finished', () => resolve());
        created.setOption({
          animation: false,
          visualMap: {
            type: 'piecewise',
            show: false,
            pieces: COLOURS.map((color, value) => ({ value, color })),
          },
          series: [
            {
              type: 'map',
              map: 'communes',
              roam: true,
              data: dataOf(classes),
              itemStyle: { borderWidth: 0.5 },
            },
          ],
        });
      });
    },
    recolour: (classes) => {
      chart?.setOption({ series: [{ data: dataOf(classes) }] });
    },
    hover: (x, y) => {
      chart?.getZr().handler.dispatch('mousemove', { zrX: x, zrY: y } as never);
      chart?.getZr().flush();
    },
  };
}
