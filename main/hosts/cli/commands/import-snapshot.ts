import { resolve } from 'node:path';
import { bilingualSentence } from '#main/hosts/error-sentence.ts';
import { asUserError } from '#main/hosts/user-error.ts';
import { SEEN_AGAIN, SEEN_QUESTION } from '#shared/contract/choices.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import type { SnapshotPreviewDto, SnapshotReport } from '#shared/contract/snapshots.ts';
import { createFormatter } from '#shared/text/format.ts';
import { problemSentence } from '#shared/text/intake-text.ts';
import { type ReasonNames, reasonText } from '#shared/text/reason-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import type { FileReport, Told } from './import.ts';

/** `kh02 import FILE.kh02`: figures and reports of a data file, as the inspector's own path takes a workbook. */
export async function importSnapshot(client: Client, path: string, options: Told): Promise<FileReport> {
  try {
    const { opened } = await outcomeOf(await client.snapshots.open({ path: resolve(path) }));
    try {
      const report = await settle(client, opened.id, path, options);
      return { ...report, problems: [...judgedAnew(opened.report), ...report.problems] };
    } finally {
      await client.snapshots.close({ id: opened.id });
    }
  } catch (error) {
    const told = asUserError(error);
    if (!(told instanceof UserError)) throw error;
    const problems = told.code === 'SNAPSHOT_REFUSED' ? await listWrongFigures(client, path, options) : [];
    return problems.length === 0 ? refused(path, told) : { ...NOTHING, file: path, problems };
  }
}

/** What is said of a file whose statuses are not those that its maker saw. */
function judgedAnew({ isJudgedAnew }: SnapshotReport): FileReport['problems'] {
  if (!isJudgedAnew) return [];
  const message = createTranslator('vi').t('snapshots.judgedAnew');
  const place = { sheet: null, row: null, column: null };
  return [{ severity: 'warning', code: 'FILE_JUDGED_ANEW', message, ...place }];
}

/** Every figure that keeps the file out, by name; empty when something else does. */
async function listWrongFigures(client: Client, path: string, { names }: Told) {
  const { report } = await outcomeOf(await client.snapshots.verify({ path: resolve(path) }));
  const translator = createTranslator('vi');
  const written: ReasonNames = { ...names, task: () => undefined };
  return report.reasons
    .filter(({ code }) => /\.FIGURES?_/.test(code))
    .map((one) => ({
      severity: 'error' as const,
      code: String(one.values.problem ?? 'FIGURES_MORE'),
      message: reasonText(one, translator, written),
      sheet: typeof one.values.sheet === 'string' ? one.values.sheet : null,
      row: typeof one.values.row === 'number' ? one.values.row : null,
      column: null,
    }));
}

async function settle(
  client: Client,
  id: string,
  path: string,
  { dryRun, why, who, again, names }: Told,
): Promise<FileReport> {
  const preview = await client.snapshots.preview({ id });
  const report = { ...NOTHING, file: path, ...totalsOf(preview) };
  const { seen } = preview;
  if (seen !== null) {
    const count = report.added + report.changed;
    const problem = seenProblem(seen, count, again, names);
    if (count === 0) return { ...report, outcome: 'unchanged', run: seen.run, problems: [problem] };
    if (!again) {
      const question = {
        key: SEEN_QUESTION,
        text: problem.message,
        candidates: [{ code: SEEN_AGAIN, label: '--again' }],
      };
      return { ...report, outcome: 'questions', problems: [problem], questions: [question] };
    }
  }
  const closed = preview.cuts.find(({ state }) => state === 'closed');
  if (closed !== undefined && why === undefined) {
    return {
      ...report,
      ...refused(path, new UserError('CUT_CLOSED', { cut: closed.code })),
      ...totalsOf(preview),
    };
  }
  const left = leftOutProblem(preview.leftOut);
  if (dryRun) return { ...report, outcome: 'ready', problems: left };
  const { run } = await client.snapshots.import({
    id,
    who,
    again,
    ...(why === undefined ? {} : { reason: why }),
  });
  return { ...report, outcome: 'committed', run, problems: left };
}

/** What a real workspace did not take, by how much. */
function leftOutProblem(count: number): FileReport['problems'] {
  if (count === 0) return [];
  const message = createTranslator('vi').t('snapshots.import.leftOut', { count });
  const place = { sheet: null, row: null, column: null };
  return [{ severity: 'warning', code: 'ILLUSTRATIVE_LEFT_OUT', message, ...place }];
}

/** That these bytes are in already, and the question where taking them in again would change something. */
function seenProblem(
  { run, at }: NonNullable<SnapshotPreviewDto['seen']>,
  count: number,
  again: boolean,
  names: Told['names'],
) {
  const isAsked = count > 0 && !again;
  const code = isAsked ? 'FILE_SEEN_CHANGES' : 'FILE_SEEN_BEFORE';
  const values = { run, count, at: createFormatter('vi').dateTime(at) };
  const message = problemSentence({ code, values }, createTranslator('vi'), names);
  const severity = isAsked ? ('question' as const) : ('warning' as const);
  return { severity, code, message, sheet: null, row: null, column: null };
}

const NOTHING = {
  outcome: 'refused',
  run: null,
  rows: 0,
  accepted: 0,
  added: 0,
  changed: 0,
  same: 0,
  problems: [],
  questions: [],
} as const;

/** Figures and reports together. */
function totalsOf({ figures, reports }: SnapshotPreviewDto) {
  const sum = (state: 'added' | 'changed' | 'same'): number =>
    [figures, ...reports].reduce((total, one) => total + one[state], 0);
  const [added, changed, same] = [sum('added'), sum('changed'), sum('same')];
  const rows = added + changed + same;
  return { rows, accepted: rows, added, changed, same };
}

function refused(file: string, error: UserError): FileReport {
  const problem = {
    severity: 'error',
    code: error.code,
    message: bilingualSentence(error),
    sheet: null,
    row: null,
    column: null,
  } as const;
  return { ...NOTHING, file, problems: [problem] };
}
