import { existsSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { writeAtomically } from '#main/core/files/atomic-write.ts';
import type { CommandAnswer } from '#main/hosts/cli/answer.ts';
import { requirePerson, withApplication } from '#main/hosts/cli/call.ts';
import { COMMON, readDay, readWords, requireTaken } from '#main/hosts/cli/options.ts';
import { type PlanReport, planReportText, withMessages } from '#main/hosts/cli/plan-report.ts';
import { planTable, revisionLine } from '#main/hosts/cli/plan-table.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { planDifferenceText } from '#shared/text/plan-text.ts';
import { createTranslator } from '#shared/text/translator.ts';

const OPTIONS = {
  ...COMMON,
  cut: { type: 'string' },
  revision: { type: 'string' },
  out: { type: 'string' },
  from: { type: 'string' },
  why: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  onto: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readWords<typeof OPTIONS>>['values'];
interface Asked {
  readonly client: Client;
  readonly values: Values;
  readonly words: readonly string[];
}

interface Act {
  readonly words: number;
  readonly takes: readonly string[];
  /** What is wrong with the words is said before a data folder is opened. */
  readonly check?: (values: Values) => void;
  readonly run: (asked: Asked) => Promise<CommandAnswer>;
}

const ACTS: Readonly<Record<string, Act>> = {
  show: { words: 0, takes: ['cut', 'revision'], check: which, run: show },
  history: { words: 0, takes: [], run: history },
  diff: { words: 2, takes: [], run: diff },
  export: { words: 0, takes: ['cut', 'revision', 'out'], check: target, run: exportPlan },
  import: { words: 1, takes: ['from', 'why', 'dry-run', 'onto'], check: change, run: importPlan },
};

/** `kh02 plan show | history | diff | export | import`: the plan as data, and another one in its place. */
export async function plan(words: readonly string[]): Promise<CommandAnswer> {
  const { values, positionals } = readWords(words, OPTIONS);
  const [name = 'show', ...rest] = positionals;
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (act === undefined || rest.length !== act.words)
    throw new UserError('OPTION_UNKNOWN', { option: 'plan show | history | diff | export | import' });
  requireTaken(words, `plan ${name}`, act.takes);
  act.check?.(values);
  const what = name === 'import' ? 'takes in' : 'asks';
  return withApplication(values, (client) => act.run({ client, values, words: rest }), what);
}

/** Which revision is asked for. */
function which({ cut, revision }: Values): { cut?: string; revision?: number } {
  if (revision !== undefined && cut !== undefined)
    throw new UserError('OPTION_UNKNOWN', { option: '--cut --revision' });
  if (revision !== undefined) return { revision: versionOf(revision) };
  return cut === undefined ? {} : { cut };
}

function versionOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UserError('OPTION_UNKNOWN', { option: text });
  return Number(text);
}

async function show({ client, values }: Asked): Promise<string> {
  const whole = await client.plan.get(which(values));
  return values.json ? JSON.stringify(whole, null, 2) : planTable(whole.plan, whole.revision);
}

async function history({ client, values }: Asked): Promise<string> {
  const revisions = await client.plan.revisions();
  return values.json ? JSON.stringify({ revisions }, null, 2) : revisions.map(revisionLine).join('\n');
}

async function diff({ client, values, words }: Asked): Promise<string> {
  const [from = 0, to = 0] = words.map(versionOf);
  const { differences } = await client.plan.diff({ from, to });
  if (values.json) return JSON.stringify({ from, to, differences }, null, 2);
  const translator = createTranslator('vi');
  if (differences.length === 0) return translator.t('planChange.none');
  return differences.map((one) => planDifferenceText(one, translator)).join('\n');
}

/** The format is that of the file's name; a folder gets a workbook. */
function target({ out }: Values): { readonly path: string; readonly format: 'xlsx' | 'json' } {
  if (out === undefined) throw new UserError('OPTION_MISSING', { option: '--out' });
  const path = resolve(out);
  const isFolder = /[\\/]$/.test(out) || (existsSync(path) && statSync(path).isDirectory());
  if (isFolder) return { path: `${path}/`, format: 'xlsx' };
  const ending = extname(path).toLowerCase();
  if (ending !== '.xlsx' && ending !== '.json')
    throw new UserError('OPTION_UNKNOWN', { option: `--out ${out}` });
  return { path, format: ending === '.json' ? 'json' : 'xlsx' };
}

async function exportPlan({ client, values }: Asked): Promise<string> {
  const { path, format } = target(values);
  const { name, file } = await client.plan.export({ ...which(values), format });
  const place = path.endsWith('/') ? join(path, name) : path;
  writeAtomically(place, new Uint8Array(await file.arrayBuffer()));
  return values.json ? JSON.stringify({ file: place }) : place;
}

/** Nobody does anything in a look, so nobody has to say who and why. */
function change(values: Values): { readonly from: string; readonly who: string; readonly note: string } {
  if (values.from === undefined) throw new UserError('OPTION_MISSING', { option: '--from' });
  const from = readDay('--from', values.from);
  if (values['dry-run']) return { from, who: '', note: '' };
  const note = values.why?.trim() ?? '';
  if (note === '') throw new UserError('OPTION_MISSING', { option: '--why' });
  return { from, who: requirePerson(values), note };
}

async function importPlan({ client, values, words: [path = ''] }: Asked): Promise<CommandAnswer> {
  const { from, who, note } = change(values);
  const file = basename(path);
  const read = await client.plan.read({ place: { path: resolve(path) }, from, onto: values.onto });
  const { plan: said, rules, kept, differences, stale, replaces } = read;
  const isTorn = stale !== null && stale.clashes.length > 0 && !values.onto;
  const { version: base } = (await client.plan.get({})).revision;
  const told = { file, from, kept, differences, stale, replaces, onto: values.onto };
  const nothing = { ...told, revision: null, problems: [], cuts: null, closed: [] };
  if (isTorn) return answer({ ...nothing, outcome: 'torn' }, values);
  if (said === null || read.problems.length > 0)
    return answer({ ...nothing, outcome: 'refused', problems: withMessages(read.problems, file) }, values);
  if (differences.length === 0) return answer({ ...nothing, outcome: 'unchanged' }, values);
  const draft = { plan: said, from, base, ...(rules === null ? {} : { rules }) };
  if (values['dry-run']) {
    const { problems, cuts, closed } = await client.plan.preview(draft);
    const outcome = problems.length > 0 ? 'refused' : 'ready';
    return answer({ ...nothing, outcome, problems: withMessages(problems, file), cuts, closed }, values);
  }
  if (replaces !== null && !values.onto) return answer({ ...nothing, outcome: 'asks' }, values);
  const { version } = await outcomeOf(await client.plan.save({ ...draft, who, note }));
  return answer({ ...nothing, outcome: 'inForce', revision: version.version }, values);
}

const NOT_DONE: ReadonlySet<PlanReport['outcome']> = new Set(['refused', 'torn', 'asks']);

function answer(report: PlanReport, { json }: Values): CommandAnswer {
  const text = json ? JSON.stringify(report, null, 2) : planReportText(report);
  return { text, exitCode: NOT_DONE.has(report.outcome) ? 1 : 0 };
}
