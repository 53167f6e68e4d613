import { type ReactNode, useLayoutEffect, useRef } from 'react';
import classes from './PagePreview.module.css';

/** Text that shrinks step by step until it fits its place, as on the exported page; sizes in points. */
export function FittedText(props: {
  readonly largest: number;
  readonly smallest: number;
  readonly pointPixels: number;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}) {
  const { largest, smallest, pointPixels, children } = props;
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = element.current;
    if (place === null) return;
    for (let size = largest; size >= smallest; size -= 0.5) {
      place.style.fontSize = `${size * pointPixels}px`;
      if (place.scrollHeight <= place.clientHeight + 1 && place.scrollWidth <= place.clientWidth + 1) return;
    }
  });
  return (
    <div ref={element} className={`${classes.fitted} ${props.className ?? ''}`}>
      {children}
    </div>
  );
}
