import { ActionIcon } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { changeQuery } from '#renderer/ground/address.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { cutName } from '#shared/text/reason-text.ts';
import classes from './MapView.module.css';

/** How long each cut stays on screen while the time runs. */
const STEP_MS = 1200;

/** Moves the map through the cuts, by hand or by itself. */
export function TimeSlider() {
  const text = useText();
  const { statusCut: cut, cuts, home } = useCut();
  const oldestFirst = useMemo(() => cuts.toReversed(), [cuts]);
  const position = oldestFirst.findIndex((one) => one.id === cut?.id);
  const [isPlaying, setPlaying] = useState(false);
  const last = oldestFirst.length - 1;
  useEffect(() => {
    if (!isPlaying) return;
    if (position >= last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => showCut(oldestFirst[position + 1]?.id, home?.id), STEP_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, position, last, oldestFirst, home]);
  if (cut === null || oldestFirst.length < 2) return null;
  const label = cutName(cut, text);
  const play = () => {
    if (!isPlaying && position >= last) showCut(oldestFirst[0]?.id, home?.id);
    setPlaying(!isPlaying);
  };
  const Icon = isPlaying ? IconPlayerPause : IconPlayerPlay;
  const word = text.t(isPlaying ? 'map.time.pause' : 'map.time.play');
  return (
    <fieldset className={classes.time} aria-label={text.t('map.time')}>
      <ActionIcon variant="default" aria-label={word} title={word} onClick={play}>
        <Icon size="1rem" aria-hidden="true" />
      </ActionIcon>
      <span className={classes.end}>{text.format.date(oldestFirst[0]?.asOf)}</span>
      <input
        type="range"
        min={0}
        max={last}
        step={1}
        value={position}
        aria-label={text.t('map.time.slider')}
        aria-valuetext={label}
        onChange={(event) => {
          setPlaying(false);
          showCut(oldestFirst[Number(event.currentTarget.value)]?.id, home?.id);
        }}
      />
      <span className={classes.end}>{text.format.date(oldestFirst[last]?.asOf)}</span>
      <output className={classes.now}>{label}</output>
    </fieldset>
  );
}

// Replaces the step: thirty cuts played through are not thirty presses of the back key.
function showCut(id: string | undefined, home: string | undefined): void {
  if (id !== undefined) changeQuery({ cut: id === home ? null : id });
}
