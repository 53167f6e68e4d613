import { useMemo } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { UnitDto } from '#shared/contract/units.ts';
import { positionOf } from './class-text.ts';
import { type MapLabels, NO_LABELS } from './label-overlay.ts';
import { communeRoom, type MapLabel } from './labels.ts';
import { mercatorX, mercatorY } from './mercator.ts';
import { ARCHIPELAGOS, isArchipelago, unitCentres } from './places.ts';
import type { MapTopology } from './topology.ts';

/** The names to write on the map, in the screen's language; of one province's communes when it is in focus. */
export function useMapLabels(
  topology: MapTopology | null,
  focusProvince: string | null,
  isShown: boolean,
): MapLabels {
  const { units, shortName } = useNames();
  const { t } = useText();
  return useMemo(() => {
    if (topology === null || !isShown || units.length === 0) return NO_LABELS;
    const provinces = units.filter((unit) => unit.level === 'province');
    const communes = units.filter(
      (unit) => unit.level === 'commune' && (focusProvince === null || unit.parent === focusProvince),
    );
    const archipelagos = ARCHIPELAGOS.map((code) =>
      archipelagoLabel(topology, code, t(`map.archipelago.${code}`)),
    );
    return {
      provinces: [
        ...provinces.map((unit) => labelOf(topology, unit, shortName(unit.code), Infinity)),
        ...archipelagos,
      ],
      communes: communes
        .filter((unit) => !isArchipelago(unit.code))
        .map((unit) => communeLabel(topology, unit, shortName(unit.code)))
        .concat(archipelagos),
    };
  }, [topology, units, shortName, t, focusProvince, isShown]);
}

function labelOf(topology: MapTopology, unit: UnitDto, text: string, room: number): MapLabel {
  return {
    text,
    x: mercatorX(unit.lon ?? 0) - topology.originX,
    y: mercatorY(unit.lat ?? 0) - topology.originY,
    // The six cities first: Hà Nội must not give way to a larger neighbour.
    weight: (unit.areaKm2 ?? 0) + (unit.kind === 'thanh_pho' ? 1e6 : 0),
    room,
  };
}

function communeLabel(topology: MapTopology, unit: UnitDto, text: string): MapLabel {
  const commune = positionOf(topology.communes, unit.code);
  return labelOf(topology, unit, text, commune === undefined ? 0 : communeRoom(topology, commune));
}

// In the middle of the islands, not on the largest: the name is that of the whole archipelago.
function archipelagoLabel(topology: MapTopology, code: string, text: string): MapLabel {
  const commune = topology.communes.codes.indexOf(code);
  const centres = unitCentres(topology, 'commune');
  const [x = 0, y = 0] = commune < 0 ? [] : centres.subarray(commune * 2, commune * 2 + 2);
  return { text, x, y, weight: Number.MAX_VALUE, room: Infinity };
}
