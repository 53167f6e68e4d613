import type { Text } from '#renderer/ground/text.tsx';
import { COLUMN_KEYS, FIGURE_PARTS } from '#shared/contract/choices.ts';
import type { IndicatorDto } from '#shared/contract/plan.ts';
import { foldText } from '#shared/text/fold.ts';

const KEYS = [...COLUMN_KEYS, 'ignored'] as const;

interface Choice {
  readonly value: string;
  readonly label: string;
}
export interface Choices {
  readonly group: string;
  readonly items: readonly Choice[];
}

/** All that a column can be said to hold. */
export function meaningOptions(indicators: readonly IndicatorDto[], text: Text): readonly Choices[] {
  const { t, locale } = text;
  const nameOf = (one: IndicatorDto) => (locale === 'vi' ? one.shortName : one.shortNameEn);
  const figures = indicators.flatMap((one) => {
    const parts = one.kind === 'ratio' ? FIGURE_PARTS : (['value', 'note'] as const);
    return parts.map((part) => ({
      value: `${part}:${one.code}`,
      label: t('intake.meaning.of', { part: t(`intake.meaning.${part}`), indicator: nameOf(one) }),
    }));
  });
  return [
    {
      group: t('intake.meaning.keys'),
      items: KEYS.map((value) => ({ value, label: t(`intake.meaning.${value}`) })),
    },
    { group: t('intake.meaning.figures'), items: figures },
    {
      group: t('intake.meaning.parts'),
      items: FIGURE_PARTS.map((part) => ({ value: `${part}:*`, label: t(`intake.meaning.${part}`) })),
    },
  ];
}

/** A meaning that cannot be chosen (unknown, a percent column, the whole of several shares) must still be shown where a column has it. */
export function withOwn(meanings: readonly Choices[], meaning: string, other: string) {
  const isKnown = meanings.some(({ items }) => items.some(({ value }) => value === meaning));
  const plain = meanings
    .flatMap(({ items }) => items)
    .find(({ value }) => value === meaning.replace(/:percent$/, ''));
  const own = { value: meaning, label: plain === undefined ? other : `${plain.label} (%)` };
  const groups = meanings.map(({ group, items }) => ({ group, items: [...items] }));
  return isKnown ? groups : [...groups, { group: '…', items: [own] }];
}

/** Options in whose words the wanted ones stand. */
export function filterGroups<Option extends object>(options: readonly Option[], wanted: string): Option[] {
  const isHit = (option: object) =>
    'label' in option && typeof option.label === 'string' && foldText(option.label).includes(wanted);
  return options.flatMap((option) => {
    if (!('items' in option) || !Array.isArray(option.items)) return isHit(option) ? [option] : [];
    const items = option.items.filter(isHit);
    return items.length === 0 ? [] : [{ ...option, items }];
  });
}
