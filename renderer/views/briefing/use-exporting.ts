import { useEffect, useRef, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { collectFile, saveBlob } from '#renderer/ground/save-file.ts';
import type { EXPORT_FORMATS } from '#shared/contract/briefing.ts';
import type { PageChoiceDto } from '#shared/contract/briefing-page.ts';
import { fileNameOf } from '#shared/text/file-name.ts';
import type { BriefingChoice } from './use-briefing.ts';

type Format = (typeof EXPORT_FORMATS)[number];

/** What is to be made: one file of the briefing, or one sheet for each province. */
export interface ExportChoice {
  readonly what: 'one' | 'provinces';
  readonly format: Format;
  readonly asked: BriefingChoice['asked'];
  readonly pages?: PageChoiceDto[];
  /** Pictures: the page whose chart or map is drawn. */
  readonly page?: string;
  readonly scale?: '1x' | '2x' | '4k';
}

interface Exporting {
  readonly state: 'idle' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number;
  /** Name of the file that was made. */
  readonly file: string;
  readonly error: unknown;
}

const IDLE: Exporting = { state: 'idle', done: 0, total: 0, file: '', error: null };

/** Makes files with progress and hands them to the downloads; can be stopped, and stops when the screen closes. */
export function useExporting() {
  const api = useApi();
  const [state, setState] = useState<Exporting>(IDLE);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const run = async (choice: ExportChoice, signal: AbortSignal): Promise<void> => {
    const { what, asked, ...how } = choice;
    const { briefing: _briefing, unit: _unit, ...rest } = asked;
    const sheets = { format: how.format, ...(how.pages === undefined ? {} : { pages: how.pages }) };
    const events =
      what === 'provinces'
        ? await api.briefing.provinces.call({ ...rest, ...sheets }, { signal })
        : await api.briefing.export.call({ ...asked, ...how }, { signal });
    for await (const event of events) {
      if (event.kind === 'progress') {
        setState({ ...IDLE, state: 'running', done: event.done, total: event.total });
      } else if (event.download !== undefined) {
        const file = fileNameOf('file' in event ? event.file : event.out);
        saveBlob(await collectFile(api, event.download, signal), file);
        setState({ ...IDLE, state: 'done', file });
      }
    }
  };
  const start = (choice: ExportChoice): void => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    setState({ ...IDLE, state: 'running' });
    run(choice, own.signal).catch((error: unknown) =>
      setState(own.signal.aborted ? { ...IDLE, state: 'cancelled' } : { ...IDLE, state: 'failed', error }),
    );
  };
  return { ...state, start, stop: () => controller.current?.abort() };
}
