import { basename } from 'node:path';
import { type ByteSource, fileSource } from '#main/core/files/byte-source.ts';
import type { GeneralRules } from '#main/core/judge/plan/draft.ts';
import { UserError } from '#shared/contract/errors.ts';
import { PLAN_FILE, plan as planSchema } from '#shared/contract/plan-file.ts';
import type { PlanProblemDto } from '#shared/contract/plan-revisions.ts';
import { ruleSet } from '#shared/contract/rules.ts';
import { versionFault } from '#shared/domain/file-version.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { reason } from '#shared/domain/reason.ts';
import { openWorkbook } from '../intake/read/xlsx/workbook.ts';
import { type Kept, keepLeftOut } from './left-out.ts';
import type { Places, RawPlan } from './raw-plan.ts';
import { unknownFields } from './unknown-fields.ts';
import { readPlanSheets } from './workbook.ts';

/** More than any plan takes, as a workbook or as JSON. */
const BYTES_AT_MOST = 20 * 1024 * 1024;

export interface ReadPlan {
  /** Null while it cannot be read as a plan. */
  readonly plan: Plan | null;
  readonly rules: GeneralRules | null;
  readonly places: Places;
  readonly problems: readonly PlanProblemDto[];
  /** What the file leaves out and the present plan says. */
  readonly kept: readonly Kept[];
  /** The revision that it says it was exported from. */
  readonly base: PlanBase | null;
}

export interface PlanBase {
  readonly revision: number;
  /** UTC ISO: the number alone would be another's in another workspace. */
  readonly at: string;
}

/** A plan file as far as it can be read; `name` is what its sender calls it; `present`: whose word stays where the file says nothing. FILE_UNREADABLE, PLAN_FILE_REFUSED for what is none. */
export async function readPlanFile(path: string, name: string, present?: Plan): Promise<ReadPlan> {
  const file = basename(name);
  const raw = await fileSource(file, path)
    .then(readRaw)
    .catch((cause: unknown) => {
      if (cause instanceof UserError || (cause as NodeJS.ErrnoException).code === undefined) throw cause;
      // Not there, a folder, not ours to read: the system says which.
      throw new UserError('FILE_UNREADABLE', { file }, { cause });
    });
  const { content, kept } =
    present === undefined ? { content: raw.content, kept: [] } : keepLeftOut(raw.content, present);
  const parsed = planSchema.safeParse(content);
  const issues = parsed.success ? [] : parsed.error.issues;
  const rules = rulesOf(raw.rules);
  const unread = rules === null && raw.rules !== null;
  const problems = [
    ...raw.problems,
    ...(unread
      ? [{ path: 'rules', reason: reason('reason.plan.rules'), ...placeOf('rules', raw.places) }]
      : []),
    ...issues.map(({ path, code }) => {
      const place = path.map(String).join('.');
      const problem = reason('reason.plan.cell', { place: String(path.at(-1) ?? ''), rule: code });
      return { path: place, reason: problem, ...placeOf(place, raw.places) };
    }),
    ...(parsed.success ? unknownFields(raw.content, parsed.data) : []),
  ];
  return {
    plan: parsed.success ? parsed.data : null,
    rules,
    places: raw.places,
    problems,
    kept,
    base: baseOf(raw.content),
  };
}

function baseOf(content: unknown): PlanBase | null {
  const { revision, revisionAt: at } = (content ?? {}) as { revision?: unknown; revisionAt?: unknown };
  return typeof revision === 'number' && typeof at === 'string' ? { revision, at } : null;
}

/** The sheet and row of the nearest thing above a path. */
export function placeOf(
  path: string,
  places: Places,
): { readonly sheet: string | null; readonly row: number | null } {
  for (let parts = path.split('.'); parts.length > 0; parts = parts.slice(0, -1)) {
    const found = places.get(parts.join('.'));
    if (found !== undefined) return found;
  }
  return { sheet: null, row: null };
}

async function readRaw(source: ByteSource): Promise<RawPlan> {
  const file = source.name;
  if (source.size > BYTES_AT_MOST) throw new UserError('PLAN_FILE_REFUSED', { file, why: 'tooLarge' });
  const start = await source.read(0, 4);
  if (start[0] === 0x50 && start[1] === 0x4b) return await readPlanSheets(await openedWorkbook(source), file);
  const text = new TextDecoder().decode(await source.read(0, source.size));
  return fromJson(text, file);
}

async function openedWorkbook(source: ByteSource) {
  try {
    return await openWorkbook(source);
  } catch (cause) {
    throw new UserError('PLAN_FILE_REFUSED', { file: source.name, why: 'damaged' }, { cause });
  }
}

function fromJson(text: string, file: string): RawPlan {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new UserError('PLAN_FILE_REFUSED', { file, why: 'notJson' }, { cause });
  }
  const head = content as Partial<typeof PLAN_FILE> | null;
  if (head?.format !== PLAN_FILE.format) throw new UserError('PLAN_FILE_REFUSED', { file, why: 'noPlan' });
  const fault = versionFault(head.version, PLAN_FILE.version);
  if (fault !== null) throw new UserError('PLAN_FILE_REFUSED', { file, ...fault });
  const { rules = null } = content as { readonly rules?: unknown };
  return { content, rules, places: new Map(), problems: [] };
}

/** The rest of a rule set where the file has a whole one; a file without says nothing of it. */
function rulesOf(rules: unknown): GeneralRules | null {
  if (typeof rules !== 'object' || rules === null) return null;
  const { operating = {} } = rules as { readonly operating?: object };
  const whole = ruleSet.safeParse({
    ...rules,
    notAsked: {},
    frequency: {},
    operating: { ...operating, indicators: {} },
  });
  return whole.success ? whole.data : null;
}
