/** SQL: the day in Vietnam of the cut with an id. */
const dayOfCut = (id: string): string => `(SELECT date(as_of, '+7 hours') FROM cut WHERE cut.id = ${id})`;

/** SQL: whether a row of `task` or `indicator` is in the plan on a day. */
export const heldOn = (table: string, day: string): string =>
  `(${table}.valid_from IS NULL OR ${table}.valid_from <= ${day})
    AND (${table}.valid_to IS NULL OR ${table}.valid_to > ${day})`;

/**
 * SQL: whether a row of `task` was in the plan that a cut was judged by; `whole` is its row in `task_status` as a whole, if it
 * has one. A revision that came later changes nothing of a closed cut. Of a cut that is not judged yet the day decides.
 */
export const taskOfCut = (whole: string, cutId: string): string =>
  `(${whole}.task_id IS NOT NULL
    OR (NOT EXISTS (SELECT 1 FROM task_status AS judged WHERE judged.cut_id = ${cutId})
      AND ${heldOn('task', dayOfCut(cutId))}))`;

/** SQL: the deadline that a row of `task` had at a cut; `whole` as in `taskOfCut`. */
export const taskDeadlineAt = (whole: string, cutId: string): string =>
  `ifnull(${whole}.facts ->> '$.deadline', ${taskDeadlineOn(dayOfCut(cutId))})`;

/** SQL: the deadline of a row of `task` that holds on a day, as `deadlineOn` of the domain says it. */
export const taskDeadlineOn = (day: string): string => `
  ifnull((SELECT extension.deadline FROM task_extension AS extension
    WHERE extension.task_id = task.id AND extension.valid_from <= ${day}
    ORDER BY extension.valid_from DESC LIMIT 1), task.deadline)`;
