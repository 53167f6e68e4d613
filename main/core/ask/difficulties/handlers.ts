import { causeFigures } from '#main/core/figures/causes.ts';
import {
  countOpen,
  countReported,
  type DifficultyRecord,
  listCategories,
  listDifficulties,
  listDocuments,
  type OpenDifficulties,
} from '#main/core/figures/difficulties-store.ts';
import { type CutView, requireCut, viewedCutDto } from '#main/core/ground/cuts/lookup.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { requireUnit } from '#main/core/ground/units/lookup.ts';
import { namesOfUnits } from '#main/core/ground/units/names-store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { daysBetween, vietnamDay } from '#shared/domain/periods.ts';
import { quantile } from '#shared/domain/quantile.ts';

export const difficulties = {
  list: procedure.difficulties.list.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const { asOf } = view.statusCut;
    const unit = input.unit ?? 'VN';
    requireUnit(context.read, unit, asOf);
    const day = vietnamDay(asOf);
    const open = countOpen(context.read, day, unit);
    const reported = countReported(context.read, day, unit);
    const shown = listDifficulties(context.read, day, { ...input, unit }, input);
    const codes = shown.map((record) => record.unit);
    const names = namesOfUnits(context.read, day, codes);
    return {
      cut: viewedCutDto(view),
      figuresCut: view.outputsCut?.code ?? null,
      categories: categoriesOf(context.read, view, { open, reported }, day),
      matrix: matrixOf(open),
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
    const documents = listDocuments(context.read, vietnamDay(asOf), unit, input);
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

/** What was reported by the day: how many of each category, and those of them that are open. */
interface Reported {
  readonly open: readonly OpenDifficulties[];
  readonly reported: ReadonlyMap<string, number>;
}

function categoriesOf(database: ReadDatabase, view: CutView, { open, reported }: Reported, day: string) {
  const byCategory = Map.groupBy(open, ({ category }) => category);
  const causes = Map.groupBy(causeFigures(database, view), (cause) => cause.category);
  return listCategories(database).map((category) => {
    const ages = (byCategory.get(category.code) ?? [])
      .flatMap(({ since }) => since.map((one) => daysBetween(one, day)))
      .sort((left, right) => left - right);
    return {
      ...category,
      total: reported.get(category.code) ?? 0,
      open: ages.length,
      medianAgeDays: ages.length === 0 ? null : Math.round(quantile(ages, 0.5)),
      indicators: (causes.get(category.code) ?? []).map(({ code, name, nameEn, value, country }) => {
        return { code, name, nameEn, value, country };
      }),
    };
  });
}

/** Open difficulties by category and province; pairs without any are left out. */
function matrixOf(open: readonly OpenDifficulties[]) {
  return open.flatMap(({ category, province, since }) =>
    province === null ? [] : [{ category, province, open: since.length }],
  );
}
