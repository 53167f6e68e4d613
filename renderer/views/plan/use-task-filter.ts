import { useMemo } from 'react';
import { changeQuery, useAddress } from '#renderer/ground/address.ts';
import type { TaskRowDto } from '#shared/contract/plan.ts';
import { foldText } from '#shared/text/fold.ts';

/** What the group filter says for tasks whose group no report names. */
export const NO_GROUP = 'none';

const FIELDS = ['group', 'schedule', 'phase', 'scope', 'q'] as const;
type Field = (typeof FIELDS)[number];

export interface TaskFilter {
  readonly values: Readonly<Record<Field, string | null>>;
  readonly isFiltered: boolean;
  readonly set: (field: Field, value: string | null) => void;
  readonly clear: () => void;
  readonly keeps: (task: TaskRowDto) => boolean;
}

/** The filter of the task table, kept in the address; the text search ignores accents. */
export function useTaskFilter(): TaskFilter {
  const { query } = useAddress();
  return useMemo(() => {
    const values = {
      group: query.get('group'),
      schedule: query.get('schedule'),
      phase: query.get('phase'),
      scope: query.get('scope'),
      q: query.get('q'),
    };
    return {
      values,
      isFiltered: FIELDS.some((field) => values[field] !== null),
      set: (field, value) => changeQuery({ [field]: value === '' ? null : value }),
      clear: () => changeQuery(Object.fromEntries(FIELDS.map((field) => [field, null]))),
      keeps: taskTest(values),
    };
  }, [query]);
}

/** True for the tasks that the values of a filter leave. */
export function taskTest({ group, schedule, phase, scope, q }: TaskFilter['values']): TaskFilter['keeps'] {
  const words = foldText(q ?? '').split(' ');
  return (task) =>
    (group === null || (task.group ?? NO_GROUP) === group) &&
    (schedule === null || task.schedule === schedule) &&
    (phase === null || task.phase === phase) &&
    (scope === null || task.scope === scope) &&
    hasWords(task, words);
}

function hasWords(task: TaskRowDto, words: readonly string[]): boolean {
  const text = foldText([task.code, task.name, task.nameEn, task.leadAgency, task.leadAgencyEn].join(' '));
  // foldText turns '1.02' into '1 02', in the query as well.
  return words.every((word) => text.includes(word));
}
