/** SQL: the day in Vietnam of the cut with an id. */
export const dayOfCut = (id: string): string =>
  `(SELECT date(as_of, '+7 hours') FROM cut WHERE cut.id = ${id})`;

/** SQL: whether a row of `task` or `indicator` is in the plan on a day. */
export const heldOn = (table: string, day: string): string =>
  `(${table}.valid_from IS NULL OR ${table}.valid_from <= ${day})
    AND (${table}.valid_to IS NULL OR ${table}.valid_to > ${day})`;

/** SQL: the deadline of a row of `task` that holds on a day, as `deadlineOn` of the domain says it. */
export const taskDeadlineOn = (day: string): string => `
  ifnull((SELECT extension.deadline FROM task_extension AS extension
    WHERE extension.task_id = task.id AND extension.valid_from <= ${day}
    ORDER BY extension.valid_from DESC LIMIT 1), task.deadline)`;
