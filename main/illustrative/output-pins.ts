import type { PlannedCut } from './calendar.ts';
import type { MonthFigures } from './output-model.ts';
import {
  AN_LAO,
  AN_LAO_OCTOBER,
  HANOI,
  HANOI_JULY,
  PHU_LIEN,
  PHU_LIEN_FILES,
  PHU_LIEN_SUPPORT,
} from './pins.ts';
import type { World } from './world.ts';

/** `figures[commune]` of one month; null where nothing was reported. */
export type MonthTable = (MonthFigures | null)[];

/** Bends a month to what the public reports say of it. */
export function pinMonth(world: World, cut: PlannedCut, table: MonthTable): void {
  if (cut.code === 'month-2025-07') pinHanoi(world, table);
  const phuLien = figuresOf(world, table, PHU_LIEN);
  const support = PHU_LIEN_SUPPORT[cut.code];
  if (phuLien && support !== undefined) phuLien.support = support;
  const files = PHU_LIEN_FILES[cut.code];
  if (phuLien && files !== undefined) scaleTo(phuLien, files);
  if (cut.code !== 'month-2025-10') return;
  if (phuLien) phuLien.signed = phuLien.documents;
  const anLao = figuresOf(world, table, AN_LAO);
  if (anLao) pinAnLao(anLao);
}

function pinAnLao(figures: MonthFigures): void {
  scaleTo(figures, AN_LAO_OCTOBER.received);
  figures.signed = figures.documents;
  figures.online = AN_LAO_OCTOBER.online;
}

const FILES = [
  'received',
  'online',
  'resolved',
  'resultsOnline',
  'onTime',
  'synchronised',
  'documents',
  'signed',
] as const;

/** The month's other counts of files keep their proportion to the published number. */
function scaleTo(figures: MonthFigures, received: number): void {
  const scale = received / figures.received;
  for (const part of FILES) figures[part] = Math.round(figures[part] * scale);
}

/** Hà Nội's sums make 32.73% and 5.3%: single files are moved until they do. */
function pinHanoi(world: World, table: MonthTable): void {
  const communes = world.provinces.find(({ code }) => code === HANOI)?.communes ?? [];
  const figures = communes.flatMap(({ index }) => table[index] ?? []);
  nudge(figures, 'online', 'received', HANOI_JULY.online);
  nudge(figures, 'resultsOnline', 'resolved', HANOI_JULY.results);
  for (const one of figures) one.signed = Math.max(one.signed, one.resultsOnline);
}

function nudge(
  figures: readonly MonthFigures[],
  part: 'online' | 'resultsOnline',
  whole: 'received' | 'resolved',
  share: number,
): void {
  const sum = (of: 'online' | 'resultsOnline' | 'received' | 'resolved'): number =>
    figures.reduce((total, one) => total + one[of], 0);
  let rest = Math.round(share * sum(whole)) - sum(part);
  while (rest !== 0) {
    const step = Math.sign(rest);
    const before = rest;
    for (const one of figures) {
      const moved = one[part] + step;
      if (rest === 0 || moved < 0 || moved > one[whole]) continue;
      one[part] = moved;
      rest -= step;
    }
    if (rest === before) throw new Error(`No room to reach a share of ${share}`);
  }
}

function figuresOf(world: World, table: MonthTable, code: string): MonthFigures | null {
  const commune = world.communes.find((one) => one.code === code);
  return commune ? (table[commune.index] ?? null) : null;
}
