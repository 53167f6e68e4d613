import { useEffect, useRef, useState } from 'react';
import classes from './Sheet.module.css';

/** A cell being written anew in its place: Enter takes the text, Escape leaves it as it was. */
export function CellEditor(props: {
  readonly label: string;
  readonly text: string;
  readonly onDone: (text: string) => void;
  readonly onCancel: () => void;
}) {
  const [text, setText] = useState(props.text);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <input
      ref={field}
      className={classes.editor}
      aria-label={props.label}
      maxLength={2000}
      value={text}
      // biome-ignore lint/a11y/noAutofocus: a person has just asked to write here.
      autoFocus
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={props.onCancel}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Enter') return props.onDone(text);
        event.currentTarget.closest<HTMLElement>('[role="grid"]')?.focus();
        props.onCancel();
      }}
    />
  );
}
