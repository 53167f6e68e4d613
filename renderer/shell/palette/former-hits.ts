import type { FormerUnitDto } from '#shared/contract/units.ts';
import { becameText, type FormerText, formerPlaceText } from '#shared/text/former-text.ts';
import { fullUnitName } from '#shared/text/unit-names.ts';
import type { Hits, SearchEntry } from './search-index.ts';

/** What was found as entries: one for each unit of today that a former one leads to. */
export function formerHits(
  { found, total }: { readonly found: readonly FormerUnitDto[]; readonly total: number },
  text: FormerText,
): Hits {
  const hits = found.flatMap((former) => entriesOf(former, text));
  // Of several that followed one each is a hit.
  return { hits, total: total - found.length + hits.length, named: hits.length };
}

function entriesOf(former: FormerUnitDto, text: FormerText): SearchEntry[] {
  const { level, code, name, successors } = former;
  const became = becameText(former, text);
  const place = formerPlaceText(former);
  const detail = place === '' ? became : `${place} · ${became}`;
  return successors.map((unit) => ({
    id: `${level}-${code}-${former.endedOn}>${unit.code}`,
    section: 'former',
    title:
      successors.length === 1
        ? text.t('former.title', { name })
        : text.t('former.titleInto', { name, unit: fullUnitName(unit, text.locale) }),
    detail,
    names: [],
    rank: 3,
  }));
}
