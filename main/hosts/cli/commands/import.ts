import { openAsBlob } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { SNAPSHOT_ENDING } from '#main/core/take/snapshots/format/constants.ts';
import type { CommandAnswer } from '#main/hosts/cli/answer.ts';
import { requirePerson, withApplication } from '#main/hosts/cli/call.ts';
import { COMMON, readWords } from '#main/hosts/cli/options.ts';
import { errorSentence } from '#main/hosts/error-sentence.ts';
import { asUserError } from '#main/hosts/user-error.ts';
import { SEEN_AGAIN, SEEN_QUESTION, SIZE_CONFIRMED, SIZE_QUESTION } from '#shared/contract/choices.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type {
  ColourChangesDto,
  IntakePreviewDto,
  IntakeProblemDto,
  IntakeProofDto,
} from '#shared/contract/intake.ts';
import { contentCount, previewCounts } from '#shared/contract/preview-counts.ts';
import { type ProblemNames, problemSentence } from '#shared/text/intake-text.ts';
import { colourLines, proofLines } from '#shared/text/proof-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { readProblemNames } from './import-names.ts';
import { importSnapshot } from './import-snapshot.ts';
import { strangeAnswers } from './strange-answers.ts';

export interface FileReport {
  readonly file: string;
  /** `unchanged`: the very same bytes are in already, and would change nothing. */
  readonly outcome: 'committed' | 'ready' | 'unchanged' | 'refused' | 'questions';
  /** null: it could not be read; a data file has none. */
  readonly proof?: IntakeProofDto | null;
  /** Whose colours it changes, or would; null where it bears upon none, or that is not known. */
  readonly colours?: ColourChangesDto | null;
  /** The recipes that its sheets were read by. */
  readonly recipes?: IntakePreviewDto['recipes'];
  readonly run: string | null;
  readonly rows: number;
  readonly accepted: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly problems: readonly (Omit<IntakeProblemDto, 'values'> & { readonly message: string })[];
  readonly questions: readonly {
    /** What `--answer` takes, with one of the candidates' codes behind it. */
    readonly key: string;
    readonly text: string;
    readonly candidates: readonly { code: string; label: string }[];
  }[];
}

interface ImportOptions {
  readonly cut: string | undefined;
  readonly why: string | undefined;
  readonly who: string;
  readonly dryRun: boolean;
  readonly acceptValid: boolean;
  /** Takes bytes in again that are in already and would change figures. */
  readonly again: boolean;
  /** Denominators far larger than ever before are right. */
  readonly larger: boolean;
  /** The recipe that they are to be read by; left out: whichever fits. */
  readonly recipe: string | undefined;
  /** By the key of the question. */
  readonly answers: Readonly<Record<string, string>>;
  /** With one file an answer that it does not ask for is a slip; of several it may be another's. */
  readonly isAlone: boolean;
}

/** `kh02 import FILE...`: each file by itself, one report a file. Exit code 0 only when all came in or could. */
export async function importFiles(words: readonly string[]): Promise<CommandAnswer> {
  const { values, positionals } = readWords(words, {
    ...COMMON,
    cut: { type: 'string' },
    why: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    'accept-valid': { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    larger: { type: 'boolean', default: false },
    recipe: { type: 'string' },
    answer: { type: 'string', multiple: true, default: [] },
  });
  if (positionals.length === 0) throw new UserError('OPTION_UNKNOWN', { option: 'import: FILE' });
  const options: ImportOptions = {
    cut: values.cut,
    why: values.why,
    // Nobody does anything in a check.
    who: values['dry-run'] ? '' : requirePerson(values),
    dryRun: values['dry-run'],
    acceptValid: values['accept-valid'],
    again: values.again,
    larger: values.larger,
    recipe: values.recipe,
    answers: Object.fromEntries(values.answer.map(readAnswer)),
    isAlone: positionals.length === 1,
  };
  const { reports, names } = await withApplication(
    values,
    async (client) => {
      const done: FileReport[] = [];
      const names = await readProblemNames(client);
      for (const path of positionals) done.push(await importFile(client, path, { ...options, names }));
      return { reports: done, names };
    },
    'takes in',
  );
  const isWhole = reports.every(({ outcome }) => outcome !== 'refused' && outcome !== 'questions');
  const text = reports
    .map((report) => (values.json ? JSON.stringify(report) : plainReport(report, names)))
    .join('\n');
  return { text, exitCode: isWhole ? 0 : 1 };
}

/** KEY=VALUE; a key may hold an equals sign itself, no value does. */
function readAnswer(text: string): [string, string] {
  const at = text.lastIndexOf('=');
  if (at <= 0) throw new UserError('OPTION_UNKNOWN', { option: `--answer ${text}` });
  return [text.slice(0, at), text.slice(at + 1)];
}

export type Told = ImportOptions & { readonly names: ProblemNames };

/** The report of one file, whatever becomes of it: what it comes to must not hide what the others came to. */
async function importFile(client: Client, path: string, options: Told): Promise<FileReport> {
  const unreadable = await whyUnreadable(path);
  if (unreadable !== null) return refusal(path, 'FILE_UNREADABLE', { reason: unreadable }, options.names);
  if (extname(path).toLowerCase() === SNAPSHOT_ENDING) return importSnapshot(client, path, options);
  try {
    const file = new File([await openAsBlob(path)], basename(path));
    const cut = options.cut === undefined ? {} : { cut: options.cut, cutIfNone: true };
    const answers = {
      ...options.answers,
      ...(options.again && { [SEEN_QUESTION]: SEEN_AGAIN }),
      ...(options.larger && { [SIZE_QUESTION]: SIZE_CONFIRMED }),
    };
    const recipe = options.recipe === undefined ? {} : { recipe: options.recipe };
    const preview = await client.intake.inspect({ file, answers, ...cut, ...recipe });
    return { ...(await settle(client, preview, options)), file: path };
  } catch (error) {
    const told = asUserError(error);
    if (!(told instanceof UserError)) throw error;
    const message = errorSentence(told.code, told.values, 'vi');
    return { ...refusal(path, told.code, {}, options.names, message) };
  }
}

/** What keeps a path from being read as a file; null when nothing does. */
async function whyUnreadable(path: string): Promise<'missing' | 'folder' | 'denied' | 'other' | null> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return found.isDirectory() ? 'folder' : 'other';
    await (await open(path)).close();
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
    return code === 'EACCES' || code === 'EPERM' ? 'denied' : 'other';
  }
}

function refusal(
  file: string,
  code: string,
  values: IntakeProblemDto['values'],
  names: ProblemNames,
  message = problemSentence({ code, values }, createTranslator('vi'), names),
): FileReport {
  const place = { sheet: null, row: null, column: null };
  return {
    file,
    outcome: 'refused',
    proof: null,
    run: null,
    ...{ rows: 0, accepted: 0, added: 0, changed: 0, same: 0 },
    problems: [{ severity: 'error', code, message, ...place }],
    questions: [],
  };
}

async function settle(client: Client, preview: IntakePreviewDto, options: Told): Promise<FileReport> {
  const strange = strangeAnswers(preview, options);
  const read = reportOf(preview, options.names);
  const report = { ...read, problems: [...strange, ...read.problems] };
  if (strange.some(({ severity }) => severity === 'error')) return report;
  const { id, seen } = preview;
  if (id === null || contentCount(preview) === 0) {
    return { ...report, outcome: preview.questions.length > 0 ? 'questions' : 'refused' };
  }
  if (preview.outcome === 'unchanged') return { ...report, outcome: 'unchanged', run: seen?.run ?? null };
  if (preview.questions.some((one) => one.id === SEEN_QUESTION)) return { ...report, outcome: 'questions' };
  if (!options.acceptValid && preview.outcome !== 'ready') {
    return { ...report, outcome: preview.outcome === 'questions' ? 'questions' : 'refused' };
  }
  const isClosed = preview.cuts.some(({ state }) => state === 'closed');
  if (isClosed && options.why === undefined)
    return { ...report, outcome: 'refused', problems: blocking(report) };
  if (options.dryRun) return { ...report, outcome: 'ready', colours: await client.intake.colours({ id }) };
  const reason = options.why === undefined ? {} : { reason: options.why };
  const commit = { id, who: options.who, acceptValid: options.acceptValid, ...reason };
  for await (const event of await client.intake.commit(commit)) {
    if (event.kind !== 'done') continue;
    const { run, added, changed, same } = event.result;
    const colours = (await client.intake.receipt({ run }))?.colours ?? null;
    return { ...report, outcome: 'committed', run, added, changed, same, colours };
  }
  throw new Error('The commit ended without a result');
}

/** A closed cut is only worth a warning while a reason is given; without one it is what keeps the file out. */
function blocking({ problems }: FileReport): FileReport['problems'] {
  return problems.map((one) => (one.code === 'CUT_CLOSED' ? { ...one, severity: 'error' } : one));
}

function reportOf(preview: IntakePreviewDto, names: ProblemNames): FileReport {
  const translator = createTranslator('vi');
  const counts = previewCounts(preview);
  const sentence = (code: string, values: IntakeProblemDto['values']) =>
    problemSentence({ code, values }, translator, names);
  return {
    file: preview.file,
    outcome: 'refused',
    proof: preview.proof,
    recipes: preview.recipes,
    run: null,
    rows: preview.rows,
    accepted: preview.accepted,
    added: counts.new,
    changed: counts.changed,
    same: counts.same,
    problems: preview.problems.map(({ severity, code, values, sheet, row, column }) => ({
      severity,
      code,
      message: sentence(code, values),
      sheet,
      row,
      column,
    })),
    questions: preview.questions.map(({ id, code, values, candidates }) => ({
      key: id,
      text: sentence(code, values),
      candidates,
    })),
  };
}

const OUTCOMES = {
  committed: 'đã ghi nhận',
  ready: 'sẵn sàng, chưa ghi',
  unchanged: 'đã ghi từ trước, không có gì thay đổi',
  refused: 'bị từ chối',
  questions: 'cần trả lời',
} as const;

function plainReport(report: FileReport, names: ProblemNames): string {
  const { t } = createTranslator('vi');
  const { file, outcome, run, rows, accepted, added, changed, same, problems } = report;
  const totals = `${accepted}/${rows} dòng hợp lệ; mới ${added}, thay đổi ${changed}, giữ nguyên ${same}`;
  const lines = problems.map(({ severity, message, sheet, row, column }) => {
    const place = [sheet, row === null ? null : `${column ?? ''}${row}`]
      .filter((part) => part !== null)
      .join(' ');
    return `  ${t(`intake.severity.${severity}`)}: ${place === '' ? '' : `${place}: `}${message}`;
  });
  const asked = report.questions.map(
    ({ key, candidates }) => `  --answer "${key}=${candidates.map(({ code }) => code).join('|')}"`,
  );
  return [
    `${file}: ${OUTCOMES[outcome]}${run === null ? '' : ` (${run})`}; ${totals}`,
    ...(report.proof == null ? [] : proofLines(report.proof, createTranslator('vi'))),
    ...(report.colours == null
      ? []
      : colourLines(report.colours, createTranslator('vi'), names).map((line) => `    ${line}`)),
    ...lines,
    ...asked,
  ].join('\n');
}
