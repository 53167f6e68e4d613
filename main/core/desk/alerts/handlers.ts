import type { Context } from '#main/core/ground/context.ts';
import { type CutView, requireCut } from '#main/core/ground/cuts/lookup.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { requireUnit } from '#main/core/ground/units/lookup.ts';
import { recomputeSteps } from '#main/core/judge/judgement/recompute.ts';
import type { ActResultDto } from '#shared/contract/alerts.ts';
import { compareCutsByTime } from '#shared/domain/cuts.ts';
import { type Act, type ActKind, actOnAlerts } from './act.ts';
import { describeAlert } from './detail.ts';
import { describeShift, listShiftLines, type Span } from './handover.ts';
import { listAlerts } from './list.ts';
import { listFilters, removeFilter, saveFilter } from './saved-filters.ts';

export const alerts = {
  list: procedure.alerts.list.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    if (input.unit !== undefined) requireUnit(context.read, input.unit, view.statusCut.asOf);
    return listAlerts(context.read, view, input);
  }),
  get: procedure.alerts.get.handler(({ context, input }) => describeAlert(context.read, input.id, input.cut)),
  acknowledge: procedure.alerts.acknowledge.handler(({ context, input }) =>
    act(context, 'acknowledged', input, input.until ?? null),
  ),
  snooze: procedure.alerts.snooze.handler(({ context, input }) => act(context, 'snoozed', input)),
  wake: procedure.alerts.wake.handler(({ context, input }) => act(context, 'woken', input)),
  note: procedure.alerts.note.handler(({ context, input }) => act(context, 'noted', input)),
  handover: procedure.alerts.handover.handler(({ context, input }) =>
    describeShift(context.read, spanOf(input)),
  ),
  handoverLines: procedure.alerts.handoverLines.handler(({ context, input }) =>
    listShiftLines(context.read, spanOf(input), input.part, input),
  ),
  savedFilters: procedure.alerts.savedFilters.handler(({ context }) => listFilters(context.read)),
  saveFilter: procedure.alerts.saveFilter.handler(({ context, input }) =>
    context.write((database) => saveFilter(database, input)),
  ),
  removeFilter: procedure.alerts.removeFilter.handler(({ context, input }) =>
    context.write((database) => removeFilter(database, input.name)),
  ),
};

function act(
  context: Context,
  kind: ActKind,
  input: Act,
  until: string | null = null,
): Promise<ActResultDto> {
  const now = context.clock().toISOString();
  return context.writeSteps(function* (database) {
    const result = actOnAlerts(database, kind, input, until, now);
    // A cut that is still collected after the picture goes on from what was decided there.
    const later = cutAfter(requireCut(database, undefined));
    const isDecided = kind !== 'noted' && result.changed > 0;
    if (isDecided && later !== undefined) yield* recomputeSteps(database, later.id, now);
    return result;
  });
}

function cutAfter({ all, statusCut }: CutView): CutRecord | undefined {
  return all.find((cut) => cut.kind !== 'month' && compareCutsByTime(cut, statusCut) > 0);
}

function spanOf({ from, to, unit = 'VN' }: Omit<Span, 'unit'> & { unit?: string | undefined }): Span {
  return { from: instant(from), to: instant(to), unit };
}

/** With milliseconds, as events are stored, so that text compares as time. */
function instant(text: string): string {
  return new Date(text).toISOString();
}
