import { useQuery } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { goTo, hrefTo } from '#renderer/ground/address.ts';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { sourceOfWindow } from '#renderer/ground/client/source.ts';
import { dropSnapshot, isSnapshotName } from '#renderer/ground/dropped-snapshot.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import classes from './DataView.module.css';
import type { InboxItem } from './inbox-item.ts';
import { Inbox } from './inbox-store.ts';

const InboxContext = createContext<Inbox | null>(null);

/** What the guarded readers take, in MiB. */
export const FILE_LIMIT_MB = 512;

/** Keeps the inbox while one goes from screen to screen, and takes files dropped anywhere on the window. */
export function InboxProvider(props: { readonly children: ReactNode }) {
  const api = useApi();
  const inbox = useMemo(() => new Inbox(api), [api]);
  const kept = useQuery({ ...api.intake.inbox.queryOptions(), enabled: sourceOfWindow() === null });
  useEffect(() => inbox.sync(kept.data ?? []), [inbox, kept.data]);
  return (
    <InboxContext value={inbox}>
      {props.children}
      {sourceOfWindow() === null && <DropAnywhere />}
    </InboxContext>
  );
}

export function useInbox(): Inbox {
  const inbox = useContext(InboxContext);
  if (inbox === null) throw new Error('useInbox needs an InboxProvider above it');
  return inbox;
}

/** The files of the inbox; renders again when any of them changes. */
export function useInboxItems(): readonly InboxItem[] {
  const inbox = useInbox();
  return useSyncExternalStore(inbox.subscribe, inbox.items);
}

/** Puts files into the inbox and opens it, says which are too large; a data file goes to its own screen. */
export function useTakeFiles(): (files: readonly File[]) => void {
  const inbox = useInbox();
  const { t } = useText();
  const say = useSay();
  return useMemo(
    () => (files) => {
      // A data file is no workbook: it is checked and opened on a screen of its own.
      const snapshot = files.findLast(({ name }) => isSnapshotName(name));
      const sheets = files.filter(({ name }) => !isSnapshotName(name));
      const isSmall = (file: File) => file.size <= FILE_LIMIT_MB * 1024 * 1024;
      for (const file of sheets.filter((one) => !isSmall(one))) {
        const message = t('intake.drop.tooLarge', { file: file.name, limit: FILE_LIMIT_MB });
        say.failed(message);
      }
      const taken = sheets.filter(isSmall);
      if (taken.length > 0) {
        inbox.add(taken);
        goTo(hrefTo('/so-lieu'));
      }
      if (snapshot !== undefined) dropSnapshot(snapshot);
    },
    [inbox, t, say],
  );
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

function DropAnywhere() {
  const { t } = useText();
  const take = useTakeFiles();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      const isOurs = hasFiles(event) && !event.defaultPrevented;
      if (isOurs) event.preventDefault();
      setOver(isOurs);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      // A screen with a place of its own for files has taken them.
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      take([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [take]);
  if (!isOver) return null;
  return <div className={classes.dropVeil}>{t('intake.drop.release')}</div>;
}
