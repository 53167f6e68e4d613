import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { layerName } from '#renderer/map/UnitCard.tsx';
import type { WhySubject } from '#shared/contract/why.ts';
import { COUNTRY_CODE } from '#shared/text/unit-names.ts';
import { WhyButton } from './WhyButton.tsx';

const LAYER_COUNTS = {
  reported: 'green',
  coverage: 'coverage',
  operating: 'operating',
  gap: 'gap',
} as const;

function subjectOf(layer: string): WhySubject {
  return layer in LAYER_COUNTS
    ? { what: 'count', count: LAYER_COUNTS[layer as keyof typeof LAYER_COUNTS] }
    : { what: 'figure', unit: COUNTRY_CODE, indicator: layer };
}

/** What the colours of a map's layer stand for. */
export function LayerWhy({ layer, cut }: { readonly layer: string; readonly cut: string | undefined }) {
  const text = useText();
  return <WhyButton name={layerName(layer, text, useNames())} about={subjectOf(layer)} cut={cut} />;
}
