import { useQuery } from '@tanstack/react-query';
import { type Api, useApi } from '#renderer/ground/client/ApiProvider.tsx';
import type { HandoverDto, HandoverLineDto, HandoverPart } from '#shared/contract/alerts.ts';
import { everyPage } from '#shared/contract/every-page.ts';
import type { Span } from './shift.ts';

/** Lines of a section on the sheet: more than that is a list to be worked through, not to be handed over. */
const LINES = 30;

/** The hand-over with the lines that its sheet shows. */
export interface HandoverWithLines extends HandoverDto {
  readonly lines: Readonly<Record<HandoverPart, readonly HandoverLineDto[]>>;
}

interface Asked extends Span {
  readonly unit?: string;
}

/** What the sheet of a shift says, read as one: numbers and lines never speak of two shifts. */
export function useHandover(asked: Asked) {
  const api = useApi();
  return useQuery({
    queryKey: [...api.alerts.handover.queryKey({ input: asked }), 'lines'],
    queryFn: () => readSheet(api, asked),
    placeholderData: (before?: HandoverWithLines) => before,
  });
}

async function readSheet(api: Api, asked: Asked): Promise<HandoverWithLines> {
  const first = (part: HandoverPart) => api.alerts.handoverLines.call({ ...asked, part, limit: LINES });
  const [sheet, untaken, opened, resolved, handled] = await Promise.all([
    api.alerts.handover.call(asked),
    first('untaken'),
    first('opened'),
    first('resolved'),
    // What people did is never cut short.
    everyPage((page) => api.alerts.handoverLines.call({ ...asked, ...page, part: 'handled' })),
  ]);
  return { ...sheet, lines: { untaken, handled, opened, resolved } };
}
