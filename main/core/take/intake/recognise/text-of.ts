import type { Cell } from '../read/table.ts';

/** Text of a header cell on one line. */
export function textOf(cell: Cell | undefined): string {
  const plain = cell !== null && typeof cell === 'object' && cell.kind === 'formula' ? cell.value : cell;
  if (typeof plain === 'string') return /\s/.test(plain) ? plain.replace(/\s+/g, ' ').trim() : plain;
  return typeof plain === 'number' ? String(plain) : '';
}
