import { type CutView, requireCut } from '#main/core/cuts/lookup.ts';
import { cutDto } from '#main/core/cuts/store.ts';
import { procedure } from '#main/core/procedure.ts';
import { isTotalled } from '#main/core/status/totals.ts';
import { requireUnit } from '#main/core/units/lookup.ts';
import { namesOfUnits } from '#main/core/units/names.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { quantile } from '#shared/domain/forecast.ts';
import { daysBetween, vietnamDay } from '#shared/domain/periods.ts';
import {
  type DifficultyRecord,
  listCategories,
  listCauses,
  listDifficulties,
  listDocuments,
} from './store.ts';

export const difficulties = {
  list: procedure.difficulties.list.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const { asOf } = view.statusCut;
    const unit = input.unit ?? 'VN';
    requireUnit(context.read, unit, asOf);
    const day = vietnamDay(asOf);
    const records = listDifficulties(context.read, day, unit);
    const isShown = (record: DifficultyRecord) =>
      (!input.open || record.resolvedOn === null) &&
      (input.category === undefined || record.category === input.category);
    const shown = records.filter(isShown);
    const codes = shown.map((record) => record.unit);
    const names = namesOfUnits(context.read, day, codes);
    return {
      cut: cutDto(view.cut),
      categories: categoriesOf(context.read, view, records, day),
      matrix: matrixOf(records),
      difficulties: shown.map((record) => ({
        id: record.id,
        category: record.category,
        unit: { ...names.of(record.unit), province: record.province },
        text: record.text,
        reportedOn: record.reportedOn,
        resolvedOn: record.resolvedOn,
        ageDays: ageOf(record, day),
      })),
    };
  }),
  documents: procedure.difficulties.documents.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const { asOf } = view.statusCut;
    const unit = input.unit ?? 'VN';
    requireUnit(context.read, unit, asOf);
    const documents = listDocuments(context.read, vietnamDay(asOf), unit);
    const codes = documents.map((document) => document.unit);
    const names = namesOfUnits(context.read, vietnamDay(asOf), codes);
    return documents.map((document) => ({
      ...document,
      unit: names.of(document.unit),
    }));
  }),
};

function ageOf(record: DifficultyRecord, day: string): number {
  return daysBetween(record.reportedOn, record.resolvedOn ?? day);
}

function categoriesOf(
  database: ReadDatabase,
  view: CutView,
  records: readonly DifficultyRecord[],
  day: string,
) {
  const byCategory = Map.groupBy(records, (record) => record.category);
  const cuts = {
    statusCutId: view.statusCut.id,
    outputsCutId: view.outputsCut?.id ?? null,
    isTotalled: isTotalled(database, view),
  };
  const causes = Map.groupBy(listCauses(database, day, cuts), (cause) => cause.category);
  return listCategories(database).map((category) => {
    const own = byCategory.get(category.code) ?? [];
    const open = own.filter((record) => record.resolvedOn === null);
    const ages = open.map((record) => ageOf(record, day)).sort((left, right) => left - right);
    return {
      ...category,
      total: own.length,
      open: open.length,
      medianAgeDays: ages.length === 0 ? null : Math.round(quantile(ages, 0.5)),
      indicators: (causes.get(category.code) ?? []).map(({ code, name, nameEn, value, country }) => {
        return { code, name, nameEn, value, country };
      }),
    };
  });
}

/** Open difficulties by category and province; pairs without any are left out. */
function matrixOf(records: readonly DifficultyRecord[]) {
  const cells = new Map<string, { category: string; province: string; open: number }>();
  for (const { category, province, resolvedOn } of records) {
    if (province === null || resolvedOn !== null) continue;
    const key = `${category}|${province}`;
    const cell = cells.get(key) ?? { category, province, open: 0 };
    cells.set(key, { ...cell, open: cell.open + 1 });
  }
  return [...cells.values()];
}
