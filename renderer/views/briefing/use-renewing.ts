import { useEffect, useRef, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { sendFile } from '#renderer/ground/client/uploads.ts';
import { collectFile, saveBlob } from '#renderer/ground/save-file.ts';
import type { DeckReportDto, RenewedPageDto } from '#shared/contract/briefing.ts';
import { fileNameOf } from '#shared/text/file-name.ts';

export interface Renewing {
  readonly state: 'idle' | 'reading' | 'ready' | 'running' | 'done' | 'cancelled' | 'failed';
  /** What the chosen deck is. */
  readonly report: DeckReportDto | null;
  readonly done: number;
  readonly total: number;
  readonly file: string;
  readonly pages: readonly RenewedPageDto[];
  readonly missing: readonly string[];
  readonly error: unknown;
}

const IDLE: Renewing = {
  state: 'idle',
  report: null,
  done: 0,
  total: 0,
  file: '',
  pages: [],
  missing: [],
  error: null,
};

/** Reads a deck, renews it with progress and hands the new file to the downloads; the old one is only read. */
export function useRenewing() {
  const api = useApi();
  const [now, setNow] = useState<Renewing>(IDLE);
  const upload = useRef('');
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const guard = (work: (signal: AbortSignal) => Promise<void>): void => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    work(own.signal).catch((error: unknown) =>
      setNow((before) =>
        own.signal.aborted ? { ...before, state: 'cancelled' } : { ...before, state: 'failed', error },
      ),
    );
  };
  const choose = (file: File): void => {
    setNow({ ...IDLE, state: 'reading' });
    guard(async (signal) => {
      upload.current = await sendFile(api, file);
      const report = await api.briefing.inspectDeck.call({ upload: upload.current }, { signal });
      setNow({ ...IDLE, state: 'ready', report });
    });
  };
  const start = (cut: string, compare: string | null | undefined): void => {
    setNow((before) => ({ ...IDLE, state: 'running', report: before.report }));
    guard(async (signal) => {
      const input = { deck: { upload: upload.current }, cut, ...(compare === undefined ? {} : { compare }) };
      for await (const event of await api.briefing.renewDeck.call(input, { signal })) {
        if (event.kind === 'progress') {
          const { done, total } = event;
          setNow((before) => ({ ...before, state: 'running', done, total }));
        } else if (event.download !== undefined) {
          const file = fileNameOf(event.file);
          saveBlob(await collectFile(api, event.download, signal), file);
          setNow((before) => ({
            ...before,
            state: 'done',
            file,
            pages: event.pages,
            missing: event.missing,
          }));
        }
      }
    });
  };
  return { ...now, choose, start, stop: () => controller.current?.abort() };
}
