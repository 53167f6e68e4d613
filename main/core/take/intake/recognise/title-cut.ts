// 'Kỳ số liệu: tháng 12/2025', 'BÁO CÁO THÁNG 7 NĂM 2025'; not the day of signing ('ngày 05 tháng 01 năm 2026').
const MONTH = /(?<!ngày\s*\d{1,2}\s*)tháng\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})/giu;
// 'tính đến 16 giờ ngày 31/07/2025', 'Kỳ: 29/12/2025'.
const DAY =
  /(?:kỳ|đến|thời điểm)[^\d\n]{0,30}(?:\d{1,2}\s*(?:giờ|h|:)\s*\d{0,2}[^\d\n]{0,12})?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/giu;

/** The one cut (yyyy-mm or yyyy-mm-dd) that the texts above a table name; null when none or several do. */
export function cutOfTitle(texts: readonly string[]): string | null {
  const found = new Set<string>();
  for (const text of texts) {
    for (const [, day, month, year] of text.matchAll(DAY)) found.add(`${year}-${two(month)}-${two(day)}`);
    for (const [, month, year] of text.matchAll(MONTH)) found.add(`${year}-${two(month)}`);
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

function two(text: string | undefined): string {
  return (text ?? '').padStart(2, '0');
}
