import { problem } from '../problem.ts';
import type { Collecting } from './collecting.ts';
import type { FigureTable } from './figure-table.ts';
import { settleFormer } from './former-parts.ts';
import { nameOfCode } from './lookups.ts';

/** The figures of a file that was read to its end, without those that something of the whole file puts in doubt. */
export function settleFigures(collecting: Collecting): FigureTable {
  const { file, options, questions, problems, scales, former, unproven } = collecting;
  const report: Parameters<typeof scales.settle>[2] = (found) => problems.add(found);
  const straight = withoutUnproven(withoutShifted(collecting), unproven);
  const scaled = scales.settle(straight, questions, report);
  const { figures, leftRows } = settleFormer({
    ...{ figures: scaled, seen: former, options, questions, report },
    nameOf: (code) => nameOfCode(code, options),
    sheetName: (sheet) => file.sheets[sheet]?.name ?? null,
  });
  collecting.rejectedRows += leftRows;
  return figures;
}

/** Without the rows that look like '1,912' without quotes, where other rows have shown that it is written so. */
function withoutShifted(collecting: Collecting): FigureTable {
  const { shifts, figures, problems } = collecting;
  const doubtful = new Set<string>();
  for (const { sheet, index, shift } of shifts) {
    for (const row of shift.doubtful()) {
      doubtful.add(`${index} ${row}`);
      problems.add(problem('error', 'ROW_SHIFTED', {}, { sheet, row }));
    }
  }
  collecting.rejectedRows += doubtful.size;
  if (doubtful.size === 0) return figures;
  return figures.filter((position) => {
    const { sheet, row } = figures.get(position);
    return !doubtful.has(`${sheet} ${row}`);
  });
}

function withoutUnproven(figures: FigureTable, unproven: ReadonlySet<string>): FigureTable {
  if (unproven.size === 0) return figures;
  return figures.filter((position) => {
    const { sheet, indicator } = figures.get(position);
    return !unproven.has(`${sheet} ${indicator}`);
  });
}
