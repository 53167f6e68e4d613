import { type ByteSource, readPieces } from '#main/core/files/byte-source.ts';
import { sha256OfPieces } from '#main/core/files/hash.ts';
import { type KnownCuts, knownCuts } from '#main/core/ground/calendar/planned.ts';
import { findRemoval } from '#main/core/ground/calendar/store.ts';
import { listCuts } from '#main/core/ground/cuts/store.ts';
import { readActiveRules } from '#main/core/ground/rules/store.ts';
import { type EndedUnit, endedUnits } from '#main/core/ground/units/ended.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { SEEN_AGAIN, SEEN_QUESTION } from '#shared/contract/choices.ts';
import { parseCutCode, previousCut } from '#shared/domain/cuts.ts';
import type { CutState } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { type PastFigures, suspicions } from './check/against-past.ts';
import { type Collection, collectFigures } from './check/collect.ts';
import { completenessProblems, missingCommunes } from './check/completeness.ts';
import { withoutEnded } from './check/ended.ts';
import { notHeldProblems } from './check/not-held.ts';
import type { CollectOptions, CutAnswer } from './check/options.ts';
import { outOfTurnProblems } from './check/out-of-turn.ts';
import { overnightProblems } from './check/overnight.ts';
import { provinceProblems } from './check/provinces.ts';
import type { Question } from './check/question.ts';
import { TEMPLATE_ID } from './check/template-meta.ts';
import { cutOfText } from './cut-of-text.ts';
import type { Diff } from './diff.ts';
import { figuresByUnit } from './figures-store.ts';
import { knownRegister } from './known-register.ts';
import { type Problem, problem, refusalOf } from './problem.ts';
import { proofOf } from './proof/of-collection.ts';
import type { Proof } from './proof/proof.ts';
import { openTable } from './read/open-table.ts';
import type { TableFile, TextDialect } from './read/table.ts';
import { FileAnswers } from './recipes/answers.ts';
import { lentDialect } from './recipes/dialect.ts';
import { listRecipes, requireRecipe } from './recipes/store.ts';
import type { Recipes } from './recipes/use.ts';
import type { SheetChoices } from './recognise/chosen.ts';
import type { Meaning } from './recognise/meaning.ts';
import { createVocabulary } from './recognise/vocabulary.ts';
import { diffReports, type ReportDiff } from './reports/diff.ts';
import { loadPlanWords } from './reports/plan-words-store.ts';
import { createFormerRegister } from './resolve/former.ts';
import type { Register } from './resolve/register.ts';
import { type Known, knownBytes, seenValues } from './seen.ts';
import { settleSizes } from './size-question.ts';
import {
  findSeen,
  loadFormerUnits,
  loadHeld,
  loadIndicatorWords,
  loadRememberedColumns,
  type RunRow,
} from './store.ts';

/** What a person has said about a file. */
export interface Revision {
  readonly cut: string | null;
  /** The cut is meant for a file that names none itself. */
  readonly isCutFallback?: boolean;
  readonly province: string | null;
  readonly answers: ReadonlyMap<string, string>;
  readonly fixes: ReadonlyMap<string, string>;
  readonly excluded: ReadonlySet<string>;
  readonly layout?: ReadonlyMap<string, SheetChoices>;
  /** The recipe that it is to be read by; null: none. Left out: whichever fits. */
  readonly recipe?: string | null;
  readonly dialect: Partial<TextDialect>;
}

/** A file that could be opened, with all that was found in it. */
export interface Inspected {
  readonly source: ByteSource;
  readonly sha256: string;
  readonly file: TableFile;
  readonly collection: Collection;
  readonly diff: Diff;
  /** Of its reports in words, by kind. */
  readonly reports: readonly ReportDiff[];
  readonly seen: RunRow | null;
  readonly known: Known;
  readonly proof: Proof;
  /** Communes of its province that it says nothing of, by cut. */
  readonly missing: ReturnType<typeof missingCommunes>;
  readonly cuts: readonly { readonly code: string; readonly state: CutState }[];
  readonly revision: Revision;
  /** Keys of answers to questions that the file does not ask. */
  readonly unasked: readonly string[];
}

/** When a file is looked at (UTC ISO): which cuts are planned depends on it. */
interface Looking {
  readonly now: string;
  readonly signal?: AbortSignal | undefined;
}

export type Inspection = Inspected | { readonly refused: Problem; readonly source: ByteSource };

/**
 * Reads a file against the current data: figures, problems, questions, what would change. Writes nothing. A file
 * that breaks a limit or cannot be read comes back as refused. Throws only when the signal ends it.
 */
export async function inspectFile(
  database: ReadDatabase,
  source: ByteSource,
  said: Revision,
  { now, signal }: Looking,
): Promise<Inspection> {
  const recipes = recipesFor(database, said);
  try {
    const optionsFor = (file: TableFile) => (revision: Revision) => ({
      ...collectOptions(database, file, revision, { now, signal }),
      expectedFigures: expectedFigures(source, file),
    });
    const { file, collection, revision, options } = await readFile(source, said, recipes, optionsFor);
    const sha256 = await sha256OfPieces(readPieces(source));
    const found = { source, sha256, file, collection, revision, now };
    const judged = await judgeAgainstData(database, found, options);
    return { ...found, ...judged, revision: said, unasked: revision.answers.unasked() };
  } catch (error) {
    const refused = refusalOf(error);
    if (refused === null) throw error;
    return { refused, source };
  }
}

/** What of a file is known before its rows are read. */
interface Reading {
  readonly file: TableFile;
  readonly name: string;
  readonly said: Revision;
  readonly optionsOf: (revision: Revision) => CollectOptions;
}

/** Opens it as a recipe says, where that recipe then reads it, else as it is found to be. */
async function readFile(
  source: ByteSource,
  said: Revision,
  recipes: Recipes,
  optionsFor: (file: TableFile) => Reading['optionsOf'],
) {
  const open = (dialect: Revision['dialect']) => openTable(source, dialect);
  const readAs = async (file: TableFile, known: Recipes['known']) => {
    const reading = { file, name: source.name, said, optionsOf: optionsFor(file) };
    return { file, ...(await collect(reading, { ...recipes, known })) };
  };
  const found = await open(said.dialect);
  const lent = await lentDialect(found, said.dialect, recipes, open);
  if (lent === null) return await readAs(found, recipes.known);
  const read = await readAs(lent.file, recipes.known);
  if (read.collection.recipes.some(({ recipe }) => recipe.name === lent.recipe.name)) return read;
  const others = recipes.known.filter(({ name }) => name !== lent.recipe.name);
  return await readAs(found, recipes.isAsked ? recipes.known : others);
}

/** Reads the rows; again without a recipe of another sender, which only the units of the file have shown. */
async function collect({ file, name, said, optionsOf }: Reading, recipes: Recipes) {
  const answers = new FileAnswers(said.answers);
  const revision = { ...said, answers };
  const options = { ...optionsOf(revision), recipes };
  const collection = await collectFigures(file, name, options);
  const strangers = recipes.isAsked
    ? []
    : collection.recipes.filter(({ recipe }) => !isSender(collection, recipe.sender, options.register));
  if (strangers.length === 0) return { collection, revision, options };
  const known = recipes.known.filter((one) => !strangers.some(({ recipe }) => recipe.name === one.name));
  return await collect({ file, name, said, optionsOf }, { ...recipes, known });
}

function isSender({ figures }: Collection, sender: string | null, { byCode }: Register): boolean {
  return (
    sender === null ||
    figures.units.codes.every((code) => code === sender || byCode.get(code)?.province === sender)
  );
}

function recipesFor(database: ReadDatabase, { recipe }: Revision): Recipes {
  if (recipe === null) return { known: [], isAsked: false };
  if (recipe === undefined) return { known: listRecipes(database), isAsked: false };
  return { known: [requireRecipe(database, recipe)], isAsked: true };
}

function collectOptions(
  database: ReadDatabase,
  file: TableFile,
  revision: Revision,
  { now, signal }: Looking,
): CollectOptions {
  const known = knownCuts(database, now);
  const cuts = known.opened;
  const chosen = chosenCut(file, revision);
  const named = chosen ?? file.meta?.get('cut') ?? null;
  const sender = revision.province ?? file.meta?.get('province') ?? '';
  const active = readActiveRules(database);
  const register = knownRegister(database);
  const remembered: Map<string, Meaning> = loadRememberedColumns(database, sender);
  return {
    vocabulary: createVocabulary(loadIndicatorWords(database)),
    register,
    former: createFormerRegister(() => loadFormerUnits(database), register),
    province: revision.province,
    day: dayOf(cuts, named),
    defaultCut: chosen,
    askedCut: revision.isCutFallback === true ? null : chosen,
    resolveCut: (text, kind) => withRemoval(database, text, cutOfText(known, text, kind)),
    remembered,
    answers: revision.answers,
    fixes: revision.fixes,
    excluded: revision.excluded,
    layout: revision.layout ?? new Map(),
    ruleVersion: active.version,
    notAsked: active.rules.notAsked,
    plan: loadPlanWords(database, now),
    endedOn: (unit, day) => endedUnits(database, [unit], day)[0] ?? null,
    ...(signal === undefined ? {} : { signal }),
  };
}

/** The cut a person gave, unless it is only for files that name none and this one is our template of a cut. */
function chosenCut({ meta }: TableFile, { cut, isCutFallback = false }: Revision): string | null {
  const isNamed = meta?.get('template') === TEMPLATE_ID && meta.has('cut');
  return isCutFallback && isNamed ? null : cut;
}

// A long row of a CSV takes some forty bytes; too little room costs time, too much costs nothing but addresses.
const BYTES_PER_FIGURE = 45;
const MOST_EXPECTED = 4_000_000;

function expectedFigures(source: ByteSource, file: TableFile): number {
  return file.format === 'csv' ? Math.min(MOST_EXPECTED, Math.ceil(source.size / BYTES_PER_FIGURE)) : 0;
}

/** The day on which units are judged: the cut's, or the newest cut's when the file has yet to say which. */
function dayOf(cuts: KnownCuts['opened'], named: string | null): string {
  const cut = cuts.find(({ code }) => code === named);
  if (cut !== undefined) return cut.asOf.slice(0, 10);
  const day = /\d{4}-\d{2}-\d{2}/.exec(named ?? '')?.[0];
  return day ?? cuts.at(-1)?.asOf.slice(0, 10) ?? '2025-07-01';
}

async function judgeAgainstData(
  database: ReadDatabase,
  found: { sha256: string; file: TableFile; collection: Collection; revision: Revision; now: string },
  options: CollectOptions,
) {
  const { collection, file, sha256, revision, now } = found;
  const { problems } = collection;
  const kindOf = (code: string) => options.vocabulary.indicators.get(code)?.kind ?? 'count';
  const sheetName = (index: number): string | null => file.sheets[index]?.name ?? null;
  const { answers } = revision;
  const ended = withoutEnded(collection.figures, (units, cut) => endedAt(database, units, cut), sheetName);
  for (const one of ended.problems) problems.add(one);
  const sized = settleSizes(database, { figures: ended.figures, kindOf, sheetName, answers, now });
  const { figures, diff } = sized;
  for (const one of sized.problems) problems.add(one);
  const seen = findSeen(database, sha256);
  const reports = diffReports(database, collection.reports.brought());
  const changes = changesIn(diff, reports);
  const known = knownBytes(seen, changes, isAgain(revision));
  const question = known === 'question' && seen !== null ? seenQuestion(seen, changes) : null;
  if (question !== null) problems.add(problem('question', question.code, question.values));
  else if (seen !== null) problems.add(problem('warning', 'FILE_SEEN_BEFORE', seenValues(seen)));
  const all = listCuts(database);
  const cuts = figures.cuts.codes.map((code) => ({
    code,
    state: all.find((cut) => cut.code === code)?.state ?? ('planned' as const),
  }));
  for (const { code, state } of cuts) {
    if (state === 'closed') problems.add(problem('warning', 'CUT_CLOSED', { cut: code }));
  }
  const day = options.day;
  for (const one of completenessProblems(figures, collection.province, options.register, day))
    problems.add(one);
  for (const one of notHeldProblems(figures, loadHeld(database), (code) => dayOfCut(all, code)))
    problems.add(one);
  for (const one of outOfTurnProblems(database, figures)) problems.add(one);
  const before = pastFigures(database);
  const past = suspicions(figures, kindOf, before, sheetName);
  for (const one of past.problems) problems.add(one);
  const provinceOf = (unit: string) => options.register.byCode.get(unit)?.province ?? null;
  const overnight = overnightProblems(figures, kindOf, provinceOf, before);
  for (const one of overnight) problems.add(one);
  for (const one of provinceProblems(figures, collection.province, options.register, sheetName))
    problems.add(one);
  const asked = [question, sized.question].filter((one) => one !== null);
  const questions = [...asked, ...collection.questions];
  const judged = { ...collection, figures, questions };
  const { province } = judged;
  const missing = province === null ? [] : missingCommunes(figures, province, options.register);
  const communes = communesOf(judged, missing, options.register);
  const proof = proofOf(judged, {
    communes,
    past: { compared: past.compared, doubtful: past.problems.length },
    overnight: overnight.length,
  });
  return { diff, reports, seen, known, cuts, collection: judged, proof, missing };
}

/** How many communes of its province a file speaks of, in all its cuts, and how many it does not. */
function communesOf({ figures, province }: Collection, missing: Inspected['missing'], register: Register) {
  if (province === null || figures.size === 0) return null;
  const count = missing.reduce((sum, one) => sum + one.missing.length, 0);
  return { there: register.communesOf.get(province)?.length ?? 0, missing: count };
}

function endedAt(database: ReadDatabase, units: readonly string[], code: string): readonly EndedUnit[] {
  const cut = parseCutCode(code);
  return cut === null ? [] : endedUnits(database, units, vietnamDay(cut.asOf));
}

function dayOfCut(cuts: ReturnType<typeof listCuts>, code: string): string | null {
  const cut = cuts.find((one) => one.code === code);
  return cut === undefined ? null : vietnamDay(cut.asOf);
}

/** How many figures and reports would be new or another. */
function changesIn(diff: Diff, reports: readonly ReportDiff[]): number {
  return reports.reduce((sum, one) => sum + one.changes.length, diff.totals.new + diff.totals.changed);
}

/** Whether there is anything in a file to be taken in. */
export function hasContent({ figures, reports }: Collection): boolean {
  return figures.size + reports.size() > 0;
}

/** Whether a person said that bytes that are in already are to be taken in again. */
export function isAgain({ answers }: Revision): boolean {
  return answers.get(SEEN_QUESTION) === SEEN_AGAIN;
}

function seenQuestion(seen: RunRow, count: number): Question {
  return {
    id: SEEN_QUESTION,
    code: 'FILE_SEEN_CHANGES',
    values: { ...seenValues(seen), count },
    candidates: [{ code: SEEN_AGAIN, label: SEEN_AGAIN }],
    first: {},
    rows: count,
  };
}

/** Figures of the cut before, one indicator at a time. */
function pastFigures(database: ReadDatabase): PastFigures {
  const cuts = listCuts(database);
  const figures = figuresByUnit(database);
  return (code, indicator) => {
    const cut = cuts.find((candidate) => candidate.code === code);
    const before = cut === undefined ? null : previousCut(cuts, cut);
    return before === null ? new Map() : figures(before.id, indicator);
  };
}

/** Of a cut that the calendar does not know because somebody took it out, that is said. */
function withRemoval(database: ReadDatabase, text: string, answer: CutAnswer): CutAnswer {
  if (answer.outcome !== 'unknown') return answer;
  const removal = findRemoval(database, text.trim());
  return removal === null ? answer : { ...answer, removal };
}
