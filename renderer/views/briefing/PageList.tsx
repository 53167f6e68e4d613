import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import classes from './BriefingView.module.css';
import { type ChosenPage, moved, titleOf } from './use-briefing.ts';

/** The pages in their order: drag, the buttons, or Alt with the arrows move one; Delete takes it out. */
export function PageList(props: {
  readonly pages: readonly ChosenPage[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onChange: (pages: readonly ChosenPage[]) => void;
}) {
  const { t } = useText();
  const { pages, selected, onSelect, onChange } = props;
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const dragged = useRef<number | null>(null);
  const move = (from: number, to: number): void => {
    const page = pages[from];
    if (page === undefined || to < 0 || to >= pages.length || from === to) return;
    onChange(moved(pages, from, to));
    setSaid(t('briefingScreen.pages.moved', { title: titleOf(page), place: to + 1, pages: pages.length }));
  };
  const remove = (at: number): void => {
    // A briefing without pages cannot be made.
    if (pages.length < 2) return;
    onChange(pages.filter((_, place) => place !== at));
    const next = pages[at + 1] ?? pages[at - 1];
    if (next !== undefined) onSelect(next.choice.id);
    list.current?.querySelectorAll<HTMLElement>('[data-page]')[at === 0 ? 1 : at - 1]?.focus();
  };
  const onKey = (event: KeyboardEvent, at: number): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0 && event.key !== 'Delete') return;
    event.preventDefault();
    if (event.key === 'Delete') remove(at);
    else if (event.altKey) move(at, at + step);
    else {
      const next = pages[at + step];
      if (next !== undefined) onSelect(next.choice.id);
      list.current?.querySelectorAll<HTMLElement>('[data-page]')[at + step]?.focus();
    }
  };
  return (
    <>
      <ol ref={list} className={classes.pages} aria-label={t('briefingScreen.pages')}>
        {pages.map((page, at) => (
          <li
            key={page.choice.id}
            className={classes.pageItem}
            data-selected={page.choice.id === selected || undefined}
            draggable
            onDragStart={(event) => {
              dragged.current = at;
              event.dataTransfer.effectAllowed = 'move';
            }}
            onDragOver={(event: DragEvent) => dragged.current !== null && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged.current !== null) move(dragged.current, at);
              dragged.current = null;
            }}
          >
            <IconGripVertical size="1rem" className={classes.grip} aria-hidden="true" />
            <button
              type="button"
              data-page={page.choice.id}
              className={classes.pageName}
              aria-current={page.choice.id === selected}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
              onClick={() => onSelect(page.choice.id)}
              onKeyDown={(event) => onKey(event, at)}
            >
              <span className={classes.place}>{at + 1}</span>
              <span>{titleOf(page)}</span>
            </button>
            <MoveButtons
              title={titleOf(page)}
              isFirst={at === 0}
              isLast={at === pages.length - 1}
              onMove={(step) => move(at, at + step)}
              onRemove={() => remove(at)}
              isOnly={pages.length === 1}
            />
          </li>
        ))}
      </ol>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </>
  );
}

function MoveButtons(props: {
  readonly title: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isOnly: boolean;
  readonly onMove: (step: number) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useText();
  const { title } = props;
  const buttons = [
    { key: 'up', icon: IconArrowUp, isOff: props.isFirst, act: () => props.onMove(-1) },
    { key: 'down', icon: IconArrowDown, isOff: props.isLast, act: () => props.onMove(1) },
    { key: 'remove', icon: IconX, isOff: props.isOnly, act: props.onRemove },
  ] as const;
  return (
    <span className={classes.pageButtons}>
      {buttons.map(({ key, icon: Icon, isOff, act }) => (
        <Tooltip key={key} label={t(`briefingScreen.pages.${key}`, { title })}>
          <ActionIcon
            size="1.5rem"
            variant="subtle"
            color="gray"
            disabled={isOff}
            aria-label={t(`briefingScreen.pages.${key}`, { title })}
            onClick={act}
          >
            <Icon size="0.9375rem" aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      ))}
    </span>
  );
}
