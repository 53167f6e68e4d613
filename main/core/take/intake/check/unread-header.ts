import { PROOF_CONFIRMED } from '#shared/contract/choices.ts';
import { foldText } from '#shared/text/fold.ts';
import type { Row } from '../read/table.ts';
import type { Layout } from '../recognise/layout.ts';
import { planRows } from '../recognise/plan.ts';
import { textOf } from '../recognise/text-of.ts';
import type { Collecting, SheetPlace } from './collecting.ts';

/** Under this id a person says that the figures are those of the cut, whatever stands round their header. */
const QUESTION = 'header-words';

/** What makes another figure of the one that a title stands over: of the whole year so far, in thousands. */
const OTHER_FIGURE =
  /\b(luy ke|cong don)\b|\b(nghin|ngan|trieu) (ho so|luot|van ban|ket qua)\b|don vi tinh: *(nghin|ngan|trieu)\b/;
/** What makes another figure of the one whose group it names: a plan, an earlier time, one field, a year that is no month. */
const OTHER_GROUP =
  /\b(ke hoach(?! so)|muc tieu|duoc giao|chi tieu giao|luy ke|cong don|ky truoc|thang truoc|nam truoc|cung ky|linh vuc|nghin|ngan|trieu|nam 20\d\d)\b/;
/** A row below a header that numbers its columns, or says what they are counted in. */
const NO_HEADER = /^\(?\s*([a-z]|\d+|\d+ *[=+:/x*].*|%|ho so|van ban|luot|ket qua|xa|don vi|lan)\s*\)?$/;

/**
 * Asks whether the figures are those of the cut where words round the header were not read: a row of names between it and
 * the first unit, a row of groups right above it, or a title that makes other figures of them. A total that agrees proves
 * a sum, not that its column is this figure of this month. Until a person has said so nothing of the sheet is taken.
 */
export function askUnreadHeader(
  collecting: Collecting,
  { index, sheet, head }: SheetPlace,
  layout: Layout,
): void {
  const { file, options, questions, unproven, choices } = collecting;
  if (choices.header !== null || options.answers.get(QUESTION) === PROOF_CONFIRMED) return;
  // Our own templates say in a row below the header how each column is filled in.
  if (layout.shape !== 'wide' || file.meta !== null) return;
  const { unitCode, unitName, figures } = planRows(layout);
  const units = [unitCode, unitName].filter((column) => column >= 0);
  const found = unreadRow(head, layout, units) ?? otherGroup(layout);
  if (found === null) return;
  const candidates = [{ code: PROOF_CONFIRMED, label: PROOF_CONFIRMED }];
  const { row, words } = found;
  const first = { sheet, row };
  questions.ask({ id: QUESTION, code: 'HEADER_UNREAD', values: { words }, candidates, first });
  for (const { indicator } of figures) unproven.add(`${index} ${indicator}`);
}

function unreadRow(
  head: readonly Row[],
  { header }: Layout,
  units: readonly number[],
): { readonly row: number; readonly words: string } | null {
  const behind = Math.max(...units);
  for (const row of head) {
    const words = row.cells
      .map((cell, column) => ({ column, text: textOf(cell).trim() }))
      .filter(({ text }) => text !== '');
    const names = words.filter(({ column, text }) => column > behind && !NO_HEADER.test(foldText(text)));
    const hasUnit = words.some(({ column }) => units.includes(column));
    const isBelow = row.row > header.last;
    if (isBelow && hasUnit) return null;
    const isGroups = row.row === header.first - 1 && !hasUnit && names.length >= 2;
    const isOther = row.row < header.first && words.some(({ text }) => OTHER_FIGURE.test(foldText(text)));
    if ((isBelow && names.length > 0) || isGroups || isOther)
      return { row: row.row, words: (isOther ? words : names).map(({ text }) => text).join(' | ') };
  }
  return null;
}

/** A column below a group that makes another figure of it; months across are read. */
function otherGroup({ columns, header }: Layout): { readonly row: number; readonly words: string } | null {
  const groups = columns
    .filter(({ meaning, cut }) => 'indicator' in meaning && cut === null)
    .map((column) => column.header.split(' / ').slice(0, -1).join(' / '))
    .filter((group) => OTHER_GROUP.test(foldText(group)));
  return groups.length === 0 ? null : { row: header.first, words: [...new Set(groups)].join(' | ') };
}
