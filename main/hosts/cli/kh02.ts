import { logMistake } from '#main/hosts/engine/log.ts';
import { bilingualSentence, errorSentence, exitCodeOf } from '#main/hosts/error-sentence.ts';
import { UserError } from '#shared/contract/errors.ts';
import { alerts } from './commands/alerts.ts';
import { status } from './commands/status.ts';
import { USAGE } from './usage.ts';

type Command = (words: readonly string[]) => Promise<string>;

const COMMANDS: Readonly<Record<string, Command>> = { status, alerts };

const words = process.argv.slice(2);
process.exitCode = await run(words[0], words.slice(1));

/** Runs one command. Standard output gets its result and nothing else; returns the exit code. */
async function run(name: string | undefined, rest: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h' || rest.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    process.stdout.write(`${await commandOf(name)(rest)}\n`);
    return 0;
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
