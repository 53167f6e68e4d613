/**
 * What the public reports fix. The generator arranges commune rows so that the program, counting them, arrives
 * at the published figures; nothing here is ever read to print a result.
 */

/** Every commune GREEN on 31 July 2025 16:00: Hà Nội, Sơn La, Lào Cai, Lạng Sơn, Phú Thọ, Hưng Yên, Huế, Cà Mau. */
export const FULL_COVERAGE = ['01', '14', '15', '20', '25', '33', '46', '96'] as const;

/**
 * GREEN communes of the other provinces at that moment. Published: Cao Bằng 3, Lai Châu 3, the number of
 * provinces in each band (13 above 70%, 6 above 50%, 7 below) and the total of 1,981. Which provinces make up
 * the bands, and by how much, is illustrative. The sum leaves little choice: with 1,254 GREEN communes among
 * 2,506, large provinces must be those below 50% and most others stand close above their band's edge.
 */
export const GREEN_AT_MOMENT: Readonly<Record<string, number>> = {
  '04': 3,
  '12': 3,
  // Above 70%
  '11': 32,
  '19': 66,
  '22': 43,
  '24': 74,
  '31': 82,
  '42': 52,
  '44': 55,
  '48': 66,
  '51': 68,
  '56': 46,
  '75': 68,
  '80': 68,
  '82': 72,
  // Above 50%
  '08': 64,
  '37': 70,
  '66': 53,
  '79': 86,
  '91': 55,
  '92': 54,
  // Below 50%
  '38': 15,
  '40': 16,
  '52': 13,
  '68': 20,
  '86': 16,
};

/** Specialised signatures or certificates are lacking here and nowhere else. */
export const SIGNATURES_LACKING: readonly string[] = ['56', '12', '68', '80', '92', '48', '86'];

export const HANOI = '01';
export const HCMC = '79';
/** July 2025, shares of sums over all communes of the city. */
export const HANOI_JULY = { online: 0.3273, results: 0.053 } as const;

export const PHU_LIEN = '11446';
export const AN_LAO = '11629';
/** October 2025; the report speaks of 'more than a month' and '2 months' before 8 November. */
export const AN_LAO_OCTOBER = { received: 1142, online: 1048 } as const;
/** More than 5,000 together; the split between the months is illustrative. */
export const PHU_LIEN_SUPPORT: Readonly<Record<string, number>> = {
  'month-2025-09': 2480,
  'month-2025-10': 2610,
};

/** More than 1,000 files together, and 400 handed in online at the least; the split is illustrative as well. */
export const PHU_LIEN_FILES: Readonly<Record<string, number>> = {
  'month-2025-09': 524,
  'month-2025-10': 509,
};

/** Tasks that the report counts as past their deadline and not complete. */
export const OVERDUE_AT_MOMENT: readonly string[] = ['1.02', '1.03', '2.02', '5.02', '0.01', '0.02'];
