/** Questions about a place of one sheet: its name stands in their ids ('scale:Sheet1|C|devices'). */
const OF_SHEET = /^(scale|parts|base):/;
/**
 * Questions about words and names, which mean the same next week. Which of two units of one name is meant, whether the
 * file contradicts itself, whether it was there before, of which day it is: that is another question for each file.
 */
const OF_WORDS = /^(word|indicator|unit|part):/;
/** Asked because a row says two things, or what two units are called. */
const OF_ONE_ROW: ReadonlySet<string> = new Set([
  'UNIT_AMBIGUOUS',
  'UNIT_CODE_NAME_DIFFER',
  'UNIT_PROVINCE_DIFFERS',
]);

/** Whether a recipe may hold an answer to it. */
export const mayBeKept = (id: string): boolean => OF_WORDS.test(id) || OF_SHEET.test(id);

/** What of the answers a recipe keeps for a sheet, without its name. `codeOf`: what was asked under an id. */
export function keptAnswers(
  answers: ReadonlyMap<string, string>,
  sheet: string,
  codeOf: (id: string) => string | undefined,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [id, answer] of answers) {
    const [prefix = ''] = id.split(':', 1);
    if (OF_SHEET.test(id) && id.startsWith(`${prefix}:${sheet}|`))
      kept[`${prefix}:${id.slice(prefix.length + 1 + sheet.length)}`] = answer;
    else if (OF_WORDS.test(id) && !OF_ONE_ROW.has(codeOf(id) ?? '')) kept[id] = answer;
  }
  return kept;
}

/** The way back: under the ids by which this sheet asks. */
export function sheetAnswers(
  answers: Readonly<Record<string, string>>,
  sheet: string,
): ReadonlyMap<string, string> {
  const entries = Object.entries(answers).map(([id, answer]): [string, string] => {
    const [prefix = ''] = id.split(':', 1);
    return [OF_SHEET.test(id) ? `${prefix}:${sheet}${id.slice(prefix.length + 1)}` : id, answer];
  });
  return new Map(entries);
}

/**
 * Answers of a person, and below them those that recipes lend. Two recipes of one file that say different things of one
 * question say nothing. Knows which of the person's answers nobody asked for.
 */
export class FileAnswers extends Map<string, string> {
  readonly #asked = new Set<string>();
  readonly #lent = new Map<string, string | null>();

  override get(key: string): string | undefined {
    this.#asked.add(key);
    return super.get(key) ?? this.lent(key);
  }

  lend(answers: ReadonlyMap<string, string>): void {
    for (const [key, answer] of answers) {
      const before = this.#lent.get(key);
      this.#lent.set(key, before === undefined || before === answer ? answer : null);
    }
  }

  /** What a recipe says where the person says nothing. */
  lent(key: string): string | undefined {
    return this.has(key) ? undefined : (this.#lent.get(key) ?? undefined);
  }

  unasked(): string[] {
    return [...this.keys()].filter((key) => !this.#asked.has(key));
  }
}

/** What a recipe says under a question, of answers that may have been lent. */
export function lentAnswer(answers: ReadonlyMap<string, string>, key: string): string | undefined {
  return answers instanceof FileAnswers ? answers.lent(key) : undefined;
}
