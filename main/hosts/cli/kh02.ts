import { logMistake } from '#main/hosts/engine/log.ts';
import { bilingualSentence, EXIT, errorSentence, exitCodeOf } from '#main/hosts/error-sentence.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { CommandAnswer } from './answer.ts';
import { USAGE } from './usage.ts';

type Command = (words: readonly string[]) => Promise<CommandAnswer>;

// Loaded when asked for: the application behind most of them takes a second to load, help and a typing error none.
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  status: async () => (await import('./commands/status.ts')).status,
  alerts: async () => (await import('./commands/alerts.ts')).alerts,
  gap: async () => (await import('./commands/gap.ts')).gap,
  compare: async () => (await import('./commands/compare.ts')).compare,
  snapshot: async () => (await import('./commands/snapshot.ts')).snapshot,
  key: async () => (await import('./commands/key.ts')).key,
  export: async () => (await import('./commands/export.ts')).exportFiles,
  import: async () => (await import('./commands/import.ts')).importFiles,
  recipe: async () => (await import('./commands/recipe.ts')).recipe,
  undo: async () => (await import('./commands/intake.ts')).undo,
  close: async () => (await import('./commands/intake.ts')).close,
  reopen: async () => (await import('./commands/intake.ts')).reopen,
  cut: async () => (await import('./commands/cut.ts')).cut,
  submissions: async () => (await import('./commands/intake.ts')).submissions,
  template: async () => (await import('./commands/intake.ts')).template,
  plan: async () => (await import('./commands/plan.ts')).plan,
  units: async () => (await import('./commands/units.ts')).units,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/backup.ts')).restore,
  check: async () => (await import('./commands/backup.ts')).check,
  journal: async () => (await import('./commands/journal.ts')).journal,
  who: async () => (await import('./commands/who.ts')).who,
  staff: async () => (await import('./commands/staff.ts')).staff,
  workspace: async () => (await import('./commands/workspace.ts')).workspace,
  watch: async () => (await import('./commands/watch.ts')).watch,
};

// 'kh02 status | head': who reads has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : EXIT.mistake);
});

const words = process.argv.slice(2);
process.exitCode = await run(words[0], words.slice(1));

/** Runs one command. Standard output gets its result and nothing else; returns the exit code. */
async function run(name: string | undefined, rest: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h' || rest.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    const command = await loadCommand(name);
    const answer = await command(rest);
    const { text, exitCode } = typeof answer === 'string' ? { text: answer, exitCode: 0 } : answer;
    process.stdout.write(`${text}\n`);
    return exitCode;
  } catch (error) {
    if (!(error instanceof UserError)) logMistake('kh02', error);
    process.stderr.write(rest.includes('--json') ? asJson(error) : `${bilingualSentence(error)}\n`);
    return exitCodeOf(error);
  }
}

function loadCommand(name: string | undefined): Promise<Command> {
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) throw new UserError('OPTION_UNKNOWN', { option: name ?? '–' });
  return load();
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
