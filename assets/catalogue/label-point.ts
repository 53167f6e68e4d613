import type { CatalogueCommune } from '#main/core/ground/catalogue/catalogue.ts';

/**
 * Where a province's name stands: the area-weighted middle of its communes, moved to the nearest commune
 * label point so that it lies inside the province. Special zones (islands) are left out unless there is
 * nothing else: Hoàng Sa and Trường Sa would pull the names of Đà Nẵng and Khánh Hòa out to sea.
 */
export function labelPoint(communes: readonly CatalogueCommune[]): { lon: number; lat: number } {
  const mainland = communes.filter((commune) => commune.kinds[0]?.kind !== 'dac_khu');
  const candidates = mainland.length > 0 ? mainland : communes;
  const area = sum(candidates, (commune) => commune.areaKm2);
  const lon = sum(candidates, (commune) => commune.lon * commune.areaKm2) / area;
  const lat = sum(candidates, (commune) => commune.lat * commune.areaKm2) / area;
  // Below 24°N a degree of longitude is shorter than one of latitude by cos(lat).
  const shrink = Math.cos((lat * Math.PI) / 180);
  let nearest: { lon: number; lat: number } = { lon, lat };
  let least = Number.POSITIVE_INFINITY;
  for (const commune of candidates) {
    const distance = Math.hypot((commune.lon - lon) * shrink, commune.lat - lat);
    if (distance < least) {
      least = distance;
      nearest = { lon: commune.lon, lat: commune.lat };
    }
  }
  return nearest;
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
