import type { TaskState } from '#shared/domain/model.ts';
import { foldText } from './fold.ts';

/** How people write the state of a task, without accents. */
const STATE_WORDS: Readonly<Record<TaskState, readonly string[]>> = {
  notStarted: ['chua trien khai', 'chua thuc hien', 'chua lam', 'chua bat dau', 'not started', 'notstarted'],
  inProgress: ['dang thuc hien', 'dang trien khai', 'dang lam', 'in progress', 'inprogress'],
  done: ['da hoan thanh', 'hoan thanh', 'da xong', 'xong', 'done', 'completed'],
  blocked: ['dang vuong mac', 'dang vuong', 'vuong mac', 'gap vuong mac', 'tam dung', 'blocked'],
};

/** The word of a list that a text is; null for none. */
export function wordOf<Word extends string>(
  words: Readonly<Record<Word, readonly string[]>>,
  text: string,
): Word | null {
  const key = foldText(text);
  const found = Object.entries<readonly string[]>(words).find(([, all]) => all.includes(key));
  return found === undefined ? null : (found[0] as Word);
}

export const taskStateOf = (text: string): TaskState | null => wordOf(STATE_WORDS, text);

export interface Choice {
  readonly code: string;
  readonly names: readonly string[];
}

/**
 * The choice of a closed list that a person means: its number in the list, its code or name, or the beginning of just one
 * name, with or without accents. Null where it is none or more than one.
 */
export function choiceOf(choices: readonly Choice[], typed: string): string | null {
  const text = typed.trim();
  if (/^\d{1,2}$/.test(text)) return choices[Number(text) - 1]?.code ?? null;
  const key = foldText(text);
  if (key === '') return null;
  const names = choices.map(({ code, names }) => ({ code, names: names.map(foldText) }));
  const same = names.find((one) => one.code === text || one.names.includes(key));
  if (same !== undefined) return same.code;
  const begun = names.filter((one) => one.names.some((name) => name.startsWith(key)));
  return begun.length === 1 ? (begun[0]?.code ?? null) : null;
}
