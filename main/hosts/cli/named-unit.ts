import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { FormerUnitDto, UnitDto } from '#shared/contract/units.ts';
import { foldText, hasAccents, spellingKey } from '#shared/text/fold.ts';
import { createFormatter } from '#shared/text/format.ts';
import { becameText, type FormerText, formerPlaceText } from '#shared/text/former-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { COUNTRY_CODE, fullUnitName } from '#shared/text/unit-names.ts';

const CODE = /^(VN|\d{2}|\d{5})$/;

/**
 * Asks for the unit that a person wrote: a code as it is, and where that is no unit (any more), or for a name, the unit
 * of today. A unit of old that went into one is followed, and standard error says so; UNIT_SEVERAL for one that was
 * divided or a name that many bear, UNIT_UNKNOWN for none.
 */
export async function withNamedUnit<T>(
  client: Client,
  text: string,
  ask: (code: string) => Promise<T>,
): Promise<T> {
  if (CODE.test(text)) {
    try {
      return await ask(text);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'UNIT_UNKNOWN') throw error;
    }
  }
  return ask(await unitNamed(client, text));
}

/** The code of the unit of today that a name, a code or a unit of old means. */
async function unitNamed(client: Client, text: string): Promise<string> {
  const { units } = await client.units.list({});
  const today = units.filter((unit) => bears(unit, text));
  if (today[0] !== undefined && today.length === 1) return today[0].code;
  const say = formerTexts(units);
  if (today.length > 1)
    throw several(
      text,
      today.map((unit) => placeOf(unit, units)),
    );
  const { found: named } = await client.units.formerNamed({ text });
  // 'Hà Giang' was a province, a city and two communes: who names the greatest of them without its kind means that one.
  const provinces = named.filter(({ level }) => level === 'province');
  const found = provinces.length === 1 ? provinces : named;
  const codes = [...new Set(found.flatMap(({ successors }) => successors.map(({ code }) => code)))];
  const [former] = found;
  if (former === undefined || codes[0] === undefined) throw new UserError('UNIT_UNKNOWN', { code: text });
  if (codes.length > 1)
    throw several(
      text,
      found.map((one) => formerLine(one, say)),
    );
  process.stderr.write(`${formerLine(former, say)}\n`);
  return codes[0];
}

function bears(unit: UnitDto, text: string): boolean {
  const names = [
    unit.name,
    fullUnitName(unit, 'vi'),
    ...(unit.otherSpelling === null ? [] : [unit.otherSpelling]),
  ];
  if (hasAccents(text)) return names.some((name) => spellingKey(name) === spellingKey(text));
  return names.some((name) => foldText(name) === foldText(text));
}

function placeOf(unit: UnitDto, units: readonly UnitDto[]): string {
  const province = units.find(({ code }) => code === unit.parent);
  const place =
    province === undefined || province.code === COUNTRY_CODE ? [] : [fullUnitName(province, 'vi')];
  return `${[fullUnitName(unit, 'vi'), ...place].join(', ')} (${unit.code})`;
}

/** So many are named in a refusal. */
const NAMED = 8;

function several(text: string, units: readonly string[]): UserError {
  const left = units.length - NAMED;
  const list = [...units.slice(0, NAMED), ...(left > 0 ? [`… +${left}`] : [])];
  return new UserError('UNIT_SEVERAL', { text, units: list.join('; ') });
}

/** What sentences about units of old need, of the units of today. */
export function formerTexts(units: readonly UnitDto[]): FormerText {
  const names = new Map(units.map((unit) => [unit.code, fullUnitName(unit, 'vi')]));
  return {
    t: createTranslator('vi').t,
    format: createFormatter('vi'),
    locale: 'vi',
    province: (code) => names.get(code) ?? code,
  };
}

/** 'Phường Phúc Xá (00001, Quận Ba Đình, Thành phố Hà Nội): từ 01/07/2025 thuộc Phường Hồng Hà (00097), …'. */
export function formerLine(former: FormerUnitDto, say: FormerText): string {
  const place = formerPlaceText(former);
  const codes = former.successors.map(({ code }) => code).join(', ');
  const where = [former.code, ...(place === '' ? [] : [place])].join(', ');
  return `${former.name} (${where}): ${becameText(former, say)} (${codes})`;
}
