import { columnName } from '#main/core/files/workbook/place.ts';
import type { IntakePreviewDto, IntakeProofDto } from '#shared/contract/intake.ts';
import { FIGURE_STATES, type FigureState } from './diff.ts';
import type { Draft } from './drafts.ts';
import { hasContent, type Inspected } from './inspect.ts';
import type { Problem } from './problem.ts';
import { meaningKey } from './recognise/meaning.ts';
import { changesOf, countsOf } from './reports/diff.ts';

/** What the contract shows of a preview. */
export function previewDto(draft: Draft): IntakePreviewDto {
  const { inspected, id } = draft;
  const { collection, file, source, sha256, diff, cuts, seen, unasked } = inspected;
  const { figures, problems, questions } = collection;
  return {
    id,
    kept: null,
    file: source.name,
    bytes: source.size,
    sha256,
    format: file.format,
    encoding: file.dialect?.encoding ?? null,
    delimiter: file.dialect?.delimiter ?? null,
    outcome: outcomeOf(inspected),
    proof: proofDto(inspected.proof),
    province: collection.province,
    cuts: [...cuts],
    rows: collection.rows,
    accepted: collection.rows - collection.rejectedRows,
    figures: figures.size,
    totals: { ...diff.totals },
    reports: inspected.reports.map(countsOf).filter(({ added, changed, same }) => added + changed + same > 0),
    missing: inspected.missing.map(({ cut, missing }) => ({ cut, communes: [...missing] })),
    sheets: collection.sheets.map(({ sheet, layout, reports, leftOut, turned }) => ({
      sheet,
      shape: layout?.shape ?? null,
      reports: reports?.kind ?? null,
      orientation: turned === null ? ('down' as const) : ('across' as const),
      columns: (layout?.columns ?? []).map(({ index, header, cut, meaning, certainty, questionId }) => ({
        column: turned === null ? columnName(index) : String(turned.used[index] ?? ''),
        ...{ header, cut },
        meaning: meaningKey(meaning),
        certainty,
        questionId,
      })),
      header: layout === null ? null : { ...layout.header },
      headEnds: layout?.lastHeaderRow ?? reports?.lastHeaderRow ?? null,
      leftOut: leftOut.rows().map((one) => ({ ...one })),
    })),
    counts: problems.counts().map((count) => ({ ...count })),
    problems: [...problems.kept],
    questions: questions.map(({ id: questionId, code, values, candidates, rows }) => ({
      id: questionId,
      code,
      values,
      candidates: [...candidates],
      rows,
    })),
    seen: seen === null ? null : { run: seen.run, at: seen.at },
    recipes: collection.recipes.map(({ sheet, recipe: { name, version } }) => ({ sheet, name, version })),
    ...(unasked.length === 0 ? {} : { unasked: [...unasked] }),
  };
}

export function proofDto({ verdict, checks, rows }: Inspected['proof']): IntakeProofDto {
  const { leftOut, ...counts } = rows;
  return {
    verdict,
    checks: checks.map((one) => ({ ...one })),
    rows: { ...counts, leftOut: leftOut.map((one) => ({ ...one })) },
  };
}

function outcomeOf({ collection, known }: Inspected): IntakePreviewDto['outcome'] {
  if (collection.questions.length > 0) return 'questions';
  if (known === 'unchanged' && hasContent(collection)) return 'unchanged';
  return collection.problems.errors() > 0 || !hasContent(collection) ? 'errors' : 'ready';
}

/** A file that could not be read at all. */
export function refusedDto(file: string, bytes: number, refused: Problem): IntakePreviewDto {
  return {
    id: null,
    kept: null,
    file,
    bytes,
    sha256: null,
    format: null,
    encoding: null,
    delimiter: null,
    outcome: 'refused',
    proof: null,
    province: null,
    cuts: [],
    rows: 0,
    accepted: 0,
    figures: 0,
    totals: { new: 0, changed: 0, same: 0 },
    reports: [],
    missing: [],
    sheets: [],
    counts: [{ code: refused.code, severity: refused.severity, count: 1 }],
    problems: [refused],
    questions: [],
    seen: null,
    recipes: [],
  };
}

/** One page of the figures in the wanted states, in the order of the database. */
export function changesPage(
  inspected: Inspected,
  states: readonly FigureState[],
  offset: number,
  limit: number,
) {
  const { diff, collection, file } = inspected;
  const wanted = new Set(states.map((state) => FIGURE_STATES.indexOf(state)));
  const positions: number[] = [];
  let total = 0;
  for (const position of diff.order) {
    if (!wanted.has(diff.states[position] ?? 0)) continue;
    if (total >= offset && positions.length < limit) positions.push(position);
    total += 1;
  }
  const figures = positions.map((position) => {
    const { cut, unit, indicator, value, numerator, denominator, sheet, row } =
      collection.figures.get(position);
    const state = FIGURE_STATES[diff.states[position] ?? 0] ?? 'new';
    const now = { value, numerator, denominator };
    const before = diff.before.get(position) ?? (state === 'same' ? now : null);
    return { cut, unit, indicator, state, now, before, sheet: file.sheets[sheet]?.name ?? null, row };
  });
  return { total, figures, reports: offset === 0 ? reportsIn(inspected, states) : [] };
}

/** Far more than a province and its communes send. */
const REPORTS_SHOWN = 2000;

function reportsIn({ reports }: Inspected, states: readonly FigureState[]) {
  return reports
    .flatMap(changesOf)
    .filter(({ before }) => states.includes(before === null ? 'new' : 'changed'))
    .slice(0, REPORTS_SHOWN);
}
