import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { standingCut } from '#main/core/ground/cuts/picture.ts';
import { listCuts } from '#main/core/ground/cuts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { listUnitActs, listUnitActsInForce } from '#main/core/ground/units/acts-store.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { boundariesAfter } from '#shared/domain/unit-boundaries.ts';
import { heldBy, takeActs, undoActs } from './apply.ts';
import { lookAtActs } from './look.ts';
import { readUnitFile } from './read.ts';
import { unitTemplateCsv, unitTemplateWorkbook } from './template.ts';

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
} as const;

export const unitFiles = {
  acts: procedure.units.acts.handler(({ context: { read } }) =>
    listUnitActs(read)
      .map((act) => {
        const { id: _, uuid, ...told } = act;
        return { ...told, id: uuid, held: act.undoneAt === null ? heldBy(read, act) : null };
      })
      .toReversed(),
  ),
  boundaries: procedure.units.boundaries.handler(({ context, input: { cut } }) => {
    const { read, clock } = context;
    // Without data the map shows the land as it is today.
    const standing =
      cut === undefined ? standingCut(read, listCuts(read))?.cut : requireCut(read, cut).statusCut;
    const day = vietnamDay(standing?.asOf ?? clock().toISOString());
    // Those of this workspace also where a data file is looked at: no data file carries them.
    const held = listUnitActsInForce(context.snapshots.workspace.read).filter((act) => act.day <= day);
    return [...boundariesAfter(held.map(({ change }) => change))].map(([code, parts]) => ({ code, parts }));
  }),
  template: procedure.units.template.handler(({ context, input: { format } }) => {
    const name = `kh02-mau-don-vi.${format}`;
    const bytes =
      format === 'csv'
        ? unitTemplateCsv()
        : Uint8Array.from(unitTemplateWorkbook(context.clock().toISOString()));
    return { name, file: new File([bytes], name, { type: TYPES[format] }) };
  }),
  readActs: procedure.units.readActs.handler(async ({ context, input: { place } }) => {
    const { path, name } = context.uploads.find(place);
    return lookAtActs(context.read, await readUnitFile(path, name), context.clock().toISOString());
  }),
  takeActs: procedure.units.takeActs.handler(
    async ({ context, input: { place, who, reason = null }, signal }) => {
      const { path, name } = context.uploads.find(place);
      return takeActs(context, await readUnitFile(path, name), { who, reason }, signal);
    },
  ),
  undoActs: procedure.units.undoActs.handler(({ context, input: { id, who, reason }, signal }) =>
    undoActs(context, id, { who, reason }, signal),
  ),
};
