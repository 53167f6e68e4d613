import type { PlanProblemDto } from '#shared/contract/plan-revisions.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { reason } from '#shared/domain/reason.ts';

/** What the head of a plan file says beside the plan. */
const HEAD: ReadonlySet<string> = new Set(['format', 'version', 'revision', 'revisionAt', 'rules']);

/**
 * Fields of a plan file that no plan has, each with its path: a mistyped word would be a change that is lost without one.
 * `plan`: what was read of `content`, in which every field there is has a value.
 */
export function unknownFields(content: unknown, plan: Plan): PlanProblemDto[] {
  return fieldsBeyond(content, plan, '')
    .filter((path) => !HEAD.has(path))
    .map((path) => {
      const field = path.slice(path.lastIndexOf('.') + 1);
      return { path, reason: reason('reason.plan.unknownField', { field }), sheet: null, row: null };
    });
}

function fieldsBeyond(said: unknown, read: unknown, path: string): string[] {
  if (Array.isArray(said))
    return said.flatMap((item, at) => fieldsBeyond(item, (read as unknown[])[at], below(path, at)));
  if (!isObject(said) || !isObject(read)) return [];
  return Object.entries(said).flatMap(([field, value]) =>
    field in read ? fieldsBeyond(value, read[field], below(path, field)) : [below(path, field)],
  );
}

const below = (path: string, name: string | number): string => (path === '' ? `${name}` : `${path}.${name}`);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
