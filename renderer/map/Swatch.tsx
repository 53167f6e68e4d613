import { useId } from 'react';
import { StatusGlyph } from '#renderer/ui/StatusGlyph.tsx';
import { paintOfClass } from './fills.ts';
import type { MapClass } from './map-classes.ts';
import { PatternDefinition } from './PatternDefinition.tsx';

/** The colour (and pattern) of a class as on the map; classes with a shape and letter of their own show those too. */
export function Swatch(props: { readonly item: MapClass; readonly hasPatterns: boolean }) {
  const pattern = useId();
  const { item } = props;
  const paint = paintOfClass(item, props.hasPatterns);
  const fill = paint.pattern === 'solid' ? paint.colour : `url(#${pattern})`;
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: '0.25rem', flex: 'none' }}>
      <svg viewBox="0 0 18 14" style={{ width: '1.125rem', height: '0.875rem' }} aria-hidden="true">
        {paint.pattern !== 'solid' && <PatternDefinition id={pattern} paint={paint} />}
        <rect x="0.5" y="0.5" width="17" height="13" rx="1.5" fill={fill} stroke="var(--line-strong)" />
      </svg>
      {item.status !== null && <StatusGlyph status={item.status} bounds={item.bounds} size="1.05em" />}
    </span>
  );
}
