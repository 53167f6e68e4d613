import { logMistake } from '#main/hosts/engine/log.ts';
import { bilingualSentence, errorSentence, exitCodeOf } from '#main/hosts/error-sentence.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { CommandAnswer } from './answer.ts';
import { alerts } from './commands/alerts.ts';
import { compare } from './commands/compare.ts';
import { exportFiles } from './commands/export.ts';
import { gap } from './commands/gap.ts';
import { importFiles } from './commands/import.ts';
import { close, reopen, submissions, template, undo } from './commands/intake.ts';
import { key } from './commands/key.ts';
import { snapshot } from './commands/snapshot.ts';
import { status } from './commands/status.ts';
import { USAGE } from './usage.ts';

type Command = (words: readonly string[]) => Promise<CommandAnswer>;

const COMMANDS: Readonly<Record<string, Command>> = {
  status,
  alerts,
  gap,
  compare,
  snapshot,
  key,
  export: exportFiles,
  import: importFiles,
  undo,
  close,
  reopen,
  submissions,
  template,
};

const words = process.argv.slice(2);
process.exitCode = await run(words[0], words.slice(1));

/** Runs one command. Standard output gets its result and nothing else; returns the exit code. */
async function run(name: string | undefined, rest: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h' || rest.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    const answer = await commandOf(name)(rest);
    const { text, exitCode } = typeof answer === 'string' ? { text: answer, exitCode: 0 } : answer;
    process.stdout.write(`${text}\n`);
    return exitCode;
  } catch (error) {
    if (!(error instanceof UserError)) logMistake('kh02', error);
    process.stderr.write(rest.includes('--json') ? asJson(error) : `${bilingualSentence(error)}\n`);
    return exitCodeOf(error);
  }
}

function commandOf(name: string | undefined): Command {
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new UserError('OPTION_UNKNOWN', { option: name ?? '–' });
  return command;
}

/** For scripts: one line of JSON on standard error. The stack of our own mistakes stands above it. */
function asJson(error: unknown): string {
  if (error instanceof UserError) {
    const { code, values } = error;
    return `${JSON.stringify({ error: { code, message: errorSentence(code, values, 'vi'), values } })}\n`;
  }
  const message = bilingualSentence(error);
  return `${JSON.stringify({ error: { code: 'UNEXPECTED', message, values: {} } })}\n`;
}
