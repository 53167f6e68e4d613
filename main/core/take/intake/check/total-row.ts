import { foldText } from '#shared/text/fold.ts';
import type { Cell } from '../read/table.ts';
import { textOf } from '../recognise/layout.ts';
import type { RowPlan } from '../recognise/plan.ts';

// With their accents, because Xã Công Chính and Xã Tống Sơn are communes; without any only as the whole text.
const TOTAL = /^(tổng|cộng|toàn (tỉnh|thành phố|tp|quốc)|cả nước|total|sum)(?!\p{Letter})/iu;
const TOTAL_WITHOUT_ACCENTS = /^(tong( cong| so)?|cong|toan (tinh|thanh pho|tp|quoc)|ca nuoc)$/;

/**
 * True for a row that adds up others: one of the texts before its first figure says so ('Tổng cộng' often stands
 * under the running number, merged as far as the name), no code names a unit, and no unit bears that text as name.
 */
export function createTotalTest(
  plan: RowPlan,
  isUnitName: (text: string) => boolean,
): (cells: readonly Cell[]) => boolean {
  const end = firstFigure(plan);
  return (cells) => {
    if (hasCode(cells[plan.unitCode])) return false;
    for (let index = 0; index < end; index += 1) {
      const text = textOf(cells[index]);
      if (isTotalText(text) && !isUnitName(text)) return true;
    }
    return false;
  };
}

function firstFigure({ figures, unitName, unitCode }: RowPlan): number {
  const columns = figures.flatMap(({ value, numerator, denominator }) => [value, numerator, denominator]);
  return Math.max(unitName + 1, unitCode + 1, Math.min(...columns.filter((column) => column >= 0)));
}

// Two million rows have one: the first sign of it is enough.
function hasCode(cell: Cell | undefined): boolean {
  if (cell === undefined || cell === null) return false;
  const text = typeof cell === 'string' ? cell : textOf(cell);
  const first = text.charCodeAt(0);
  return (first >= 48 && first <= 57) || /\d/.test(text);
}

function isTotalText(text: string): boolean {
  return TOTAL.test(text) || TOTAL_WITHOUT_ACCENTS.test(foldText(text));
}
