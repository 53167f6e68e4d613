import { useId } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import { type PaletteStatus, type StatusShape, statusStyle } from '#shared/domain/colours.ts';
import type { ColourBounds } from '#shared/domain/model.ts';
import classes from './StatusGlyph.module.css';

const SIZE = 20;

/**
 * Shape, letter and colour of a status; it carries no text of its own, so put the word beside it. One that is
 * undetermined is half the worst and half the best colour it can have, where those are known.
 */
export function StatusGlyph(props: {
  readonly status: PaletteStatus;
  readonly bounds?: ColourBounds | null;
  readonly size?: string;
}) {
  const { locale } = useText();
  const halves = useId();
  const bounds = props.bounds ?? null;
  const { shape, letter } = statusStyle(props.status, 'light');
  const size = props.size ?? '1.25em';
  return (
    <svg
      className={classes.glyph}
      data-status={props.status}
      data-halves={bounds !== null || undefined}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      style={{ width: size, height: size }}
      aria-hidden="true"
    >
      {bounds !== null && <Halves id={halves} bounds={bounds} />}
      <g style={bounds === null ? undefined : { fill: `url(#${halves})` }}>
        <Outline shape={shape} />
      </g>
      <text x="10" y={shape === 'triangle' ? 16.2 : 14.1} textAnchor="middle">
        {letter[locale]}
      </text>
    </svg>
  );
}

/** The worst colour on the left, the best on the right. */
function Halves({ id, bounds }: { readonly id: string; readonly bounds: ColourBounds }) {
  return (
    <linearGradient id={id}>
      <stop offset="0.5" stopColor={`var(--${bounds.atLeast})`} />
      <stop offset="0.5" stopColor={`var(--${bounds.atMost})`} />
    </linearGradient>
  );
}

function Outline({ shape }: { readonly shape: StatusShape }) {
  switch (shape) {
    case 'circle':
      return <circle cx="10" cy="10" r="9" />;
    case 'triangle':
      return <path d="M10 1.2 19.4 18.2a.6.6 0 0 1-.5.8H1.1a.6.6 0 0 1-.5-.8Z" />;
    case 'square':
      return <rect x="1.2" y="1.2" width="17.6" height="17.6" rx="2" />;
    case 'dash':
      return <rect x="1.2" y="3.4" width="17.6" height="13.2" rx="6.6" strokeDasharray="3 2" />;
    case 'diamond':
      return <path d="M10 .8 19.2 10 10 19.2.8 10Z" strokeDasharray="3.4 2" />;
    case 'ring':
      return <circle cx="10" cy="10" r="8.6" strokeDasharray="3.4 2" />;
  }
}
