import { insertRevision } from '#main/core/ground/calendar/store.ts';
import type { Context } from '#main/core/ground/context.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { UserError } from '#shared/contract/errors.ts';
import { addSteps, labelCut, moveDueSteps, removeSteps, shownCut } from './change.ts';
import { addedCode, namedCut } from './meant.ts';
import { openReached } from './opening.ts';
import { calendarOverview, previewChange } from './overview.ts';

const nowOf = ({ clock }: Context): string => clock().toISOString();
const shown = (context: Context, code: string) => ({ cut: shownCut(context.read, code, nowOf(context)) });

export const calendar = {
  overview: procedure.calendar.overview.handler(({ context, input }) =>
    calendarOverview(context.read, nowOf(context), input),
  ),
  preview: procedure.calendar.preview.handler(({ context, input }) => {
    requireOrder(input);
    return previewChange(context.read, input, nowOf(context));
  }),
  change: procedure.calendar.change.handler(async ({ context, input }) => {
    requireOrder(input);
    const row = { ...input, createdAt: nowOf(context) };
    const version = await context.write((write) => insertRevision(write, row));
    await openReached(context);
    return { version };
  }),
  add: procedure.calendar.add.handler(async ({ context, input, signal }) => {
    const { label, dueAt = null, overlap: overlaps = false, who } = input;
    const cut = addedCode(context.read, input.cut, nowOf(context));
    const named = label === undefined ? {} : { label };
    const opening = { who, dueAt, overlaps, ...named, at: nowOf(context), reason: null };
    await context.writeSteps((write) => addSteps(write, cut, opening), { signal });
    return shown(context, cut);
  }),
  label: procedure.calendar.label.handler(async ({ context, input: { cut: words, label, who } }) => {
    const code = namedCut(context.read, words, nowOf(context));
    await context.write((write) => labelCut(write, code, label, { who, at: nowOf(context) }));
    return shown(context, code);
  }),
  moveDue: procedure.calendar.moveDue.handler(async ({ context, input, signal }) => {
    const { cut: words, ...act } = input;
    const cut = namedCut(context.read, words, nowOf(context));
    const dueAt = new Date(act.dueAt).toISOString();
    const steps = { ...act, dueAt, at: nowOf(context) };
    await context.writeSteps((write) => moveDueSteps(write, cut, steps), { signal });
    return { ...shown(context, cut), dueAt };
  }),
  remove: procedure.calendar.remove.handler(async ({ context, input, signal }) => {
    const { who, reason = null } = input;
    const cut = namedCut(context.read, input.cut, nowOf(context));
    const act = { who, reason, at: nowOf(context) };
    await context.writeSteps((write) => removeSteps(write, cut, act), { signal });
    return { cut };
  }),
};

function requireOrder({ from, until }: { readonly from: string; readonly until: string | null }): void {
  if (until !== null && until < from)
    throw new UserError('CALENDAR_INVALID', { field: `${from} > ${until}` });
}
