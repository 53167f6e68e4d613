import { Button, Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { sourceOfWindow } from '#renderer/ground/client/source.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import type { CollectingCutDto, CycleDto } from '#shared/contract/picture.ts';
import { cutNameInside } from '#shared/text/reason-text.ts';
import { statusCutText } from '#shared/text/status-cut.ts';
import { type Decision, DecisionDialog } from './DecisionDialog.tsx';
import classes from './PictureStrip.module.css';
import { countsOf, useCollectingText, usePicture } from './use-picture.ts';

/** Below the top bar: whether there is a picture, whether it has lost too much, and what is collected for the next. */
export function PictureStrip() {
  const { t } = useText();
  const picture = usePicture();
  const [decision, setDecision] = useState<Decision | null>(null);
  if (picture === undefined) return null;
  const { statuses, months } = picture;
  // Whoever looks at a file can decide nothing about it.
  const isFile = sourceOfWindow() !== null;
  const decide = isFile ? null : setDecision;
  return (
    <aside className={classes.strip} aria-label={t('collecting.label')}>
      <NoPicture cycle={statuses} />
      <Poor cycle={statuses} message="collecting.poor" decide={decide} />
      <Poor cycle={months} message="collecting.poor.month" decide={decide} />
      {isMonthMissing(months) && <span>{t('collecting.none.months')}</span>}
      <OfMonth />
      <Here collecting={[...statuses.collecting, ...months.collecting]} isFile={isFile} />
      {!isFile && <Collecting statuses={statuses} months={months} decide={setDecision} />}
      <DecisionDialog decision={decision} onClose={() => setDecision(null)} onDecide={setDecision} />
    </aside>
  );
}

const isMonthMissing = ({ picture, collecting }: CycleDto): boolean =>
  picture === null && collecting.length > 0;

function NoPicture({ cycle }: { readonly cycle: CycleDto }) {
  const text = useText();
  const { picture, offered, shown } = cycle;
  // While nothing at all has come every screen says so itself.
  if (picture !== null || offered === null || shown === null) return null;
  return (
    <strong className={classes.notice}>
      {text.t('collecting.none')} {text.t('collecting.none.offered', countsOf(offered, shown, text))}
    </strong>
  );
}

/** On screen is a month: its colours are those of the last cut before its end. */
function OfMonth() {
  const text = useText();
  const { cut, statusCut } = useCut();
  if (cut === null || cut === statusCut) return null;
  return <span className={classes.notice}>{statusCutText(text, { ...cut, statusCut })}</span>;
}

type Decide = ((decision: Decision) => void) | null;

function Poor(props: {
  readonly cycle: CycleDto;
  readonly message: 'collecting.poor' | 'collecting.poor.month';
  readonly decide: Decide;
}) {
  const text = useText();
  const { decide } = props;
  const { picture, shown, isPoor, previous } = props.cycle;
  if (!isPoor || picture === null || shown === null) return null;
  return (
    <span className={classes.poor} role="alert">
      {text.t(props.message, countsOf(picture, shown, text))}
      {decide !== null && previous !== null && (
        <Act onClick={() => decide({ act: 'back', cut: picture, previous })}>{text.t('collecting.back')}</Act>
      )}
    </span>
  );
}

/** On screen is a cut of which not enough has come. */
function Here(props: { readonly collecting: readonly CollectingCutDto[]; readonly isFile: boolean }) {
  const text = useText();
  const { id, home, isHome, choose } = useCut();
  const here = props.collecting.find(({ cut }) => cut.id === id);
  if (here === undefined || (isHome && !props.isFile)) return null;
  const message = props.isFile ? 'collecting.file' : 'collecting.here';
  return (
    <span className={classes.notice}>
      {text.t(message, countsOf(here.cut, here, text))}
      {home !== null && !isHome && (
        <Act onClick={() => choose(home.id)}>
          {text.t('collecting.home', { cut: cutNameInside(home, text) })}
        </Act>
      )}
    </span>
  );
}

/**
 * What is being collected, on one line: the newest week and the newest month. What else is open is a list behind it; while
 * an unfinished cut is on screen the line is about that one, and all others are in the list.
 */
function Collecting(props: {
  readonly statuses: CycleDto;
  readonly months: CycleDto;
  readonly decide: (decision: Decision) => void;
}) {
  const { id, isHome } = useCut();
  const { statuses, months } = props;
  const all = [...statuses.collecting, ...months.collecting];
  const here = isHome ? undefined : all.find(({ cut }) => cut.id === id);
  // Where it is said of all months that none has enough, the line has no room for the newest.
  const cycles = isMonthMissing(months) ? [statuses] : [statuses, months];
  const newest = cycles.flatMap(({ collecting }) => collecting.at(-1) ?? []);
  const inLine = here === undefined ? newest : [];
  const others = all.filter((one) => one !== here && !inLine.includes(one));
  return (
    <>
      {inLine.map((one) => (
        <CollectingCut key={one.cut.id} one={one} decide={props.decide} />
      ))}
      {others.length > 0 && <Others others={others} isAfter={inLine.length > 0} decide={props.decide} />}
    </>
  );
}

function CollectingCut({ one, decide, onOpen }: CollectingProps) {
  const { t } = useText();
  const { id } = useCut();
  const write = useCollectingText();
  return (
    <span>
      {one.cut.id === id ? write(one) : <Opener {...{ one, onOpen }}>{write(one)}</Opener>}
      {one.isToBeDecided && (
        <Act onClick={() => decide({ act: 'ask', cut: one.cut, there: one })}>{t('collecting.decide')}</Act>
      )}
    </span>
  );
}

interface CollectingProps {
  readonly one: CollectingCutDto;
  readonly onOpen?: (() => void) | undefined;
  readonly decide: (decision: Decision) => void;
}

function Others(props: {
  readonly others: readonly CollectingCutDto[];
  readonly isAfter: boolean;
  readonly decide: (decision: Decision) => void;
}) {
  const { t } = useText();
  const { others } = props;
  const [isOpen, setOpen] = useState(false);
  const decide = (decision: Decision) => {
    setOpen(false);
    props.decide(decision);
  };
  const undecided = others.filter(({ isToBeDecided }) => isToBeDecided).length;
  const words = t(props.isAfter ? 'collecting.more' : 'collecting.others', { count: others.length });
  return (
    <Popover position="bottom-start" withArrow trapFocus returnFocus opened={isOpen} onChange={setOpen}>
      <Popover.Target>
        <button type="button" className={classes.link} onClick={() => setOpen(!isOpen)}>
          {undecided === 0 ? words : `${words}, ${t('collecting.undecided', { count: undecided })}`}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={classes.others}>
          {others.map((one) => (
            <li key={one.cut.id}>
              <CollectingCut one={one} decide={decide} onOpen={() => setOpen(false)} />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

/** A week opens on the screen one is at, a month on the board of who has sent. */
function Opener(props: {
  readonly one: CollectingCutDto;
  readonly onOpen?: (() => void) | undefined;
  readonly children: ReactNode;
}) {
  const { choose } = useCut();
  const { cut } = props.one;
  if (cut.kind === 'month')
    return (
      <AppLink to="/so-lieu/bang-nop" query={{ ky: cut.id }}>
        {props.children}
      </AppLink>
    );
  return (
    <button
      type="button"
      className={classes.link}
      onClick={() => {
        props.onOpen?.();
        choose(cut.id);
      }}
    >
      {props.children}
    </button>
  );
}

function Act(props: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <Button size="compact-xs" variant="default" ml="0.5rem" onClick={props.onClick}>
      {props.children}
    </Button>
  );
}
