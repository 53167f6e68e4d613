import { openAsBlob } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, extname } from 'node:path';
import { SNAPSHOT_ENDING } from '#main/core/snapshots/format/constants.ts';
import type { CommandAnswer } from '#main/hosts/cli/answer.ts';
import { withApplication } from '#main/hosts/cli/call.ts';
import { COMMON, readWords } from '#main/hosts/cli/options.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { IntakePreviewDto, IntakeProblemDto } from '#shared/contract/intake.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { importSnapshot } from './import-snapshot.ts';

export interface FileReport {
  readonly file: string;
  readonly outcome: 'committed' | 'ready' | 'refused' | 'questions';
  readonly run: string | null;
  readonly rows: number;
  readonly accepted: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly problems: readonly (Omit<IntakeProblemDto, 'values'> & { readonly message: string })[];
  readonly questions: readonly {
    readonly text: string;
    readonly candidates: readonly { code: string; label: string }[];
  }[];
}

export interface ImportOptions {
  readonly cut: string | undefined;
  readonly why: string | undefined;
  readonly who: string;
  readonly dryRun: boolean;
  readonly acceptValid: boolean;
}

/** `kh02 import FILE...`: each file by itself, one report a file. Exit code 0 only when all came in or could. */
export async function importFiles(words: readonly string[]): Promise<CommandAnswer> {
  const { values, positionals } = readWords(words, {
    ...COMMON,
    cut: { type: 'string' },
    why: { type: 'string' },
    who: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    'accept-valid': { type: 'boolean', default: false },
  });
  if (positionals.length === 0) throw new UserError('OPTION_UNKNOWN', { option: 'import: FILE' });
  const options: ImportOptions = {
    cut: values.cut,
    why: values.why,
    who: values.who ?? userInfo().username,
    dryRun: values['dry-run'],
    acceptValid: values['accept-valid'],
  };
  const reports = await withApplication(values.data, async (client) => {
    const done: FileReport[] = [];
    for (const path of positionals) done.push(await importFile(client, path, options));
    return done;
  });
  const isWhole = reports.every(({ outcome }) => outcome === 'committed' || outcome === 'ready');
  const text = reports
    .map((report) => (values.json ? JSON.stringify(report) : plainReport(report)))
    .join('\n');
  return { text, exitCode: isWhole ? 0 : 1 };
}

async function importFile(client: Client, path: string, options: ImportOptions): Promise<FileReport> {
  if (extname(path).toLowerCase() === SNAPSHOT_ENDING) return importSnapshot(client, path, options);
  const blob = await openAsBlob(path).catch((cause: unknown) => {
    throw new UserError('INPUT_INVALID', { problem: path }, { cause });
  });
  const file = new File([blob], basename(path));
  const preview = await client.intake.inspect({
    file,
    ...(options.cut === undefined ? {} : { cut: options.cut }),
  });
  return { ...(await settle(client, preview, options)), file: path };
}

async function settle(
  client: Client,
  preview: IntakePreviewDto,
  options: ImportOptions,
): Promise<FileReport> {
  const report = reportOf(preview);
  const { id, seen, totals } = preview;
  if (id === null || preview.figures === 0) {
    return { ...report, outcome: preview.questions.length > 0 ? 'questions' : 'refused' };
  }
  if (!options.acceptValid && preview.outcome !== 'ready') {
    return { ...report, outcome: preview.outcome === 'questions' ? 'questions' : 'refused' };
  }
  const isClosed = preview.cuts.some(({ state }) => state === 'closed');
  if (isClosed && options.why === undefined)
    return { ...report, outcome: 'refused', problems: blocking(report) };
  if (seen !== null && totals.new + totals.changed === 0)
    return { ...report, outcome: 'committed', run: seen.run };
  if (options.dryRun) return { ...report, outcome: 'ready' };
  const reason = options.why === undefined ? {} : { reason: options.why };
  const commit = { id, who: options.who, acceptValid: options.acceptValid, ...reason };
  for await (const event of await client.intake.commit(commit)) {
    if (event.kind !== 'done') continue;
    const { run, added, changed, same } = event.result;
    return { ...report, outcome: 'committed', run, added, changed, same };
  }
  throw new Error('The commit ended without a result');
}

/** A closed cut is only worth a warning while a reason is given; without one it is what keeps the file out. */
function blocking({ problems }: FileReport): FileReport['problems'] {
  return problems.map((one) => (one.code === 'CUT_CLOSED' ? { ...one, severity: 'error' } : one));
}

function reportOf(preview: IntakePreviewDto): FileReport {
  const translator = createTranslator('vi');
  const sentence = (code: string, values: IntakeProblemDto['values']) =>
    problemText({ code, values, sheet: null, row: null, column: null }, translator);
  return {
    file: preview.file,
    outcome: 'refused',
    run: null,
    rows: preview.rows,
    accepted: preview.accepted,
    added: preview.totals.new,
    changed: preview.totals.changed,
    same: preview.totals.same,
    problems: preview.problems.map(({ severity, code, values, sheet, row, column }) => ({
      severity,
      code,
      message: sentence(code, values),
      sheet,
      row,
      column,
    })),
    questions: preview.questions.map(({ code, values, candidates }) => ({
      text: sentence(code, values),
      candidates,
    })),
  };
}

const OUTCOMES = {
  committed: 'đã ghi nhận',
  ready: 'sẵn sàng, chưa ghi',
  refused: 'bị từ chối',
  questions: 'cần trả lời',
} as const;

function plainReport(report: FileReport): string {
  const { file, outcome, run, rows, accepted, added, changed, same, problems } = report;
  const totals = `${accepted}/${rows} dòng hợp lệ; mới ${added}, thay đổi ${changed}, giữ nguyên ${same}`;
  const lines = problems.map(({ severity, message, sheet, row, column }) => {
    const place = [sheet, row === null ? null : `${column ?? ''}${row}`]
      .filter((part) => part !== null)
      .join(' ');
    return `  [${severity}] ${place === '' ? '' : `${place}: `}${message}`;
  });
  return [`${file}: ${OUTCOMES[outcome]}${run === null ? '' : ` (${run})`}; ${totals}`, ...lines].join('\n');
}
