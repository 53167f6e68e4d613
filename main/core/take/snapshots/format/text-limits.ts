import { SNAPSHOT_LIMITS } from './constants.ts';

/** Lengths of a code, a day, an instant, a hash. */
const UNIT_CODE = 5;
const MOMENT = 40;
const HASH = 64;

/** By the name of a column, the first that fits; what none of them knows is text. */
const KINDS: readonly (readonly [name: RegExp, forbidden: (column: string) => string])[] = [
  // A whole plan.
  [/^rule_set\.plan$/, atMost(SNAPSHOT_LIMITS.planCharacters)],
  [/^uuid$/, (column) => `length(${column}) <> 36`],
  [/^unit\.code$/, atMost(UNIT_CODE)],
  [/^cut\.code$/, atMost(MOMENT)],
  [
    /^(valid_from|valid_to|start|deadline|.*_on)$/,
    (column) => `NOT ${column} GLOB '????-??-??*' OR ${atMost(MOMENT)(column)}`,
  ],
  [/^(at|until|as_of|.*_at|.*_cut|.*_state)$/, atMost(MOMENT)],
  [/^sha256$/, atMost(HASH)],
  [
    /^(.*_)?(name|label|agency|who|by|number|title|rule|subject|code)(_en)?$/,
    atMost(SNAPSHOT_LIMITS.nameCharacters),
  ],
];

function atMost(characters: number): (column: string) => string {
  return (column) => `length(${column}) > ${characters}`;
}

/** Looked at with the other values of their tables, which are long: `check-values-store.ts`. */
const LOOKED_AT_ELSEWHERE = new Set(['observation.note', 'task_status.facts', 'unit_status.facts']);

/** What a text of a column may not be; nothing where the table's own text lists its words. */
export function textLimit(table: string, column: string, sql: string): string[] {
  if (LOOKED_AT_ELSEWHERE.has(`${table}.${column}`)) return [];
  if (new RegExp(`\\b${column} IN \\(`).test(sql)) return [];
  const known = KINDS.find(([name]) => name.test(column) || name.test(`${table}.${column}`));
  return [(known?.[1] ?? atMost(SNAPSHOT_LIMITS.textCharacters))(column)];
}
