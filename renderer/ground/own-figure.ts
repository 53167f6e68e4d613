import type { OutputFigureDto } from '#shared/contract/words.ts';
import type { IndicatorKind } from '#shared/domain/model.ts';
import { COUNTRY_CODE } from '#shared/text/unit-names.ts';
import type { Text } from './text.tsx';

/** 'tỉnh báo chung 95%': what a province, or the centre, sent itself of what is asked of communes. */
export function ownText(
  { unit, kind, own }: { readonly unit: string; readonly kind: IndicatorKind } & Pick<OutputFigureDto, 'own'>,
  { t, format }: Text,
): string | null {
  if (own === null || own.value === null) return null;
  const { value } = own;
  const said =
    kind === 'criterion'
      ? t(value >= 1 ? 'criterion.met' : 'criterion.notMet')
      : kind === 'ratio'
        ? format.percent(value)
        : format.number(value);
  return t(unit === COUNTRY_CODE ? 'units.outputs.own.country' : 'units.outputs.own', { value: said });
}
