import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DATABASE_NAME } from '#main/core/files/data-folder.ts';
import { verifyWithoutWorkspace } from '#main/core/take/snapshots/service.ts';
import type { CommandAnswer } from '#main/hosts/cli/answer.ts';
import { withApplication } from '#main/hosts/cli/call.ts';
import { COMMON, type CommonOptions, readWords } from '#main/hosts/cli/options.ts';
import { passphraseOf } from '#main/hosts/cli/passphrase.ts';
import { reportJson, reportText } from '#main/hosts/cli/snapshot-text.ts';
import { EXIT } from '#main/hosts/error-sentence.ts';
import { chooseDataFolder } from '#main/hosts/options.ts';
import { UserError } from '#shared/contract/errors.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import type { MadeSnapshotDto, SnapshotReport } from '#shared/contract/snapshots.ts';
import { unitCode } from '#shared/contract/words.ts';

/** `kh02 snapshot create | verify | info`: makes a .kh02 file, or says whether one can be relied on. */
export async function snapshot(words: readonly string[]): Promise<CommandAnswer> {
  const [action = '–', ...rest] = words;
  if (action === 'create') return create(rest);
  if (action === 'verify') return verify(rest, true);
  if (action === 'info') return verify(rest, false);
  throw new UserError('OPTION_UNKNOWN', { option: `snapshot ${action}` });
}

const CREATE_OPTIONS = {
  ...COMMON,
  out: { type: 'string' },
  province: { type: 'string' },
  cuts: { type: 'string' },
  sign: { type: 'boolean', default: false },
} as const;

async function create(words: readonly string[]): Promise<CommandAnswer> {
  const { values: options, positionals } = readWords(words, CREATE_OPTIONS);
  if (options.out === undefined || positionals.length > 0) {
    throw new UserError('OPTION_UNKNOWN', { option: positionals[0] ?? '--out' });
  }
  if (options.province !== undefined && !unitCode.safeParse(options.province).success) {
    throw new UserError('UNIT_UNKNOWN', { code: options.province });
  }
  const request = {
    to: resolve(options.out),
    ...(options.province === undefined ? {} : { province: options.province }),
    ...(options.cuts === undefined ? {} : { cuts: options.cuts.split(',').map((cut) => cut.trim()) }),
    ...(options.who === undefined ? {} : { who: options.who }),
    ...(options.sign ? { sign: passphraseOf() } : {}),
  };
  return withApplication(options, async (client) => {
    const { made } = await outcomeOf(await client.snapshots.create(request));
    return answerOf(made, options.json);
  });
}

function answerOf(made: MadeSnapshotDto, json: boolean): string {
  const { isThere: _, ...rest } = made;
  return json ? JSON.stringify(rest, null, 2) : `${made.file}\nSHA-256 ${made.sha256}`;
}

/** Exit code 1 for a file that was altered or refused; the answer is on standard output either way. */
async function verify(words: readonly string[], isShort: boolean): Promise<CommandAnswer> {
  const { values: options, positionals } = readWords(words, COMMON);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new UserError('OPTION_UNKNOWN', { option: positionals[1] ?? 'FILE' });
  }
  const report = await judge(resolve(file), options);
  const isWhole = report.verdict === 'verified' || report.verdict === 'unsigned';
  const text = options.json ? reportJson(report) : reportText(report, isShort);
  return { text, exitCode: isWhole ? 0 : EXIT.userError };
}

/** Where there is no workspace yet none is made for this: then nobody is trusted. */
function judge(path: string, options: CommonOptions): Promise<SnapshotReport> {
  const folder = chooseDataFolder(options.data);
  if (!existsSync(join(folder, DATABASE_NAME))) return verifyWithoutWorkspace(path);
  return withApplication(
    options,
    async (client) => (await outcomeOf(await client.snapshots.verify({ path }))).report,
  );
}
