import type { Look } from '#main/core/files/workbook/looks.ts';

const BODY = { size: 11, line: 'C4C9D1' };
const HEADER = {
  ...{ colour: 'FFFFFF', fill: '1F3B57', line: 'C4C9D1' },
  ...({ isWrapped: true, vertical: 'center', horizontal: 'center' } as const),
};
const TEXT = { isWrapped: true, vertical: 'top' } as const;
/** 49 = text, 3 = #,##0, 9 = 0%. */
export const LOOKS = {
  title: { size: 14, isBold: true },
  subtitle: { size: 11 },
  upper: { ...HEADER, size: 10, isBold: true },
  lower: { ...HEADER, size: 8 },
  locked: { ...BODY, format: 49, fill: 'EEF1F5' },
  choice: { ...BODY, horizontal: 'center', isUnlocked: true },
  number: { ...BODY, horizontal: 'center', isUnlocked: true, format: 3 },
  note: { ...BODY, isWrapped: true, isUnlocked: true },
  lockedText: { ...BODY, format: 49, fill: 'EEF1F5', isWrapped: true, vertical: 'center' },
  lockedDay: { ...BODY, format: 'dd/mm/yyyy', fill: 'EEF1F5', horizontal: 'center' },
  day: { ...BODY, format: 'dd/mm/yyyy', horizontal: 'center', isUnlocked: true },
  percent: { ...BODY, format: 9, horizontal: 'center', isUnlocked: true },
  words: { ...BODY, format: 49, isWrapped: true, isUnlocked: true },
  text: TEXT,
  bold: { ...TEXT, isBold: true },
} as const satisfies Record<string, Look>;
