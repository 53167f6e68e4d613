import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleX,
  IconClockHour4,
  IconCopy,
  IconHelpCircleFilled,
  IconLoader,
  IconUpload,
} from '@tabler/icons-react';
import { useText } from '#renderer/ground/text.tsx';
import classes from './DataView.module.css';
import type { InboxItem } from './inbox-item.ts';

export type ItemWord =
  | Exclude<InboxItem['state'], 'read'>
  | 'sending'
  | 'ready'
  | 'unchanged'
  | 'questions'
  | 'errors'
  | 'refused';

const LOOKS = {
  waiting: { icon: IconClockHour4, tone: undefined },
  sending: { icon: IconUpload, tone: undefined },
  reading: { icon: IconLoader, tone: undefined },
  committing: { icon: IconLoader, tone: undefined },
  cancelled: { icon: IconCircleX, tone: undefined },
  ready: { icon: IconCircleCheckFilled, tone: 'good' },
  unchanged: { icon: IconCopy, tone: undefined },
  committed: { icon: IconCircleCheckFilled, tone: 'good' },
  questions: { icon: IconHelpCircleFilled, tone: 'warning' },
  errors: { icon: IconAlertTriangleFilled, tone: 'bad' },
  refused: { icon: IconCircleX, tone: 'bad' },
  failed: { icon: IconCircleX, tone: 'bad' },
} as const;

/** Where a file stands, in one word: its own state, or what was found in it. */
export function itemWord({ state, preview, progress }: InboxItem): ItemWord {
  if (state === 'reading' && progress?.stage === 'sending') return 'sending';
  if (state !== 'read') return state;
  return preview?.outcome ?? 'waiting';
}

/** The same as shape, colour and word. */
export function ItemBadge({ item }: { readonly item: InboxItem }) {
  const { t, format } = useText();
  const word = itemWord(item);
  const { icon: Icon, tone } = LOOKS[word];
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size="1.0625em" aria-hidden="true" />
      {t(`intake.state.${word}`)}
      {item.progress !== null && ` ${format.percent(item.progress.share)}`}
    </span>
  );
}
