import { type ReactNode, useEffect, useRef } from 'react';
import classes from './FitLine.module.css';

/** Words on one line, in the letters the style sheet asks for, or in smaller ones where the line is too short for them. */
export function FitLine(props: { readonly className: string | undefined; readonly children: ReactNode }) {
  const line = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (line.current === null || words.current === null) return;
    return keepFitting(line.current, words.current);
  }, []);
  return (
    <div ref={line} className={`${classes.line} ${props.className}`}>
      <div ref={words} className={classes.words} data-fit>
        {props.children}
      </div>
    </div>
  );
}

/** Sets `--fit` (0..1), by which the letters shrink, at every new size of either; returns the way to stop. */
function keepFitting(line: HTMLElement, words: HTMLElement): () => void {
  let fit = 1;
  const observer = new ResizeObserver(() => {
    const whole = words.offsetWidth / fit;
    // Whole hundredths, rounded down: a width that is a pixel off must not set off the next change.
    const next = whole === 0 ? 1 : Math.min(1, Math.floor((line.clientWidth / whole) * 100) / 100);
    if (next === fit) return;
    fit = next;
    words.style.setProperty('--fit', String(fit));
  });
  observer.observe(line);
  observer.observe(words);
  return () => observer.disconnect();
}
