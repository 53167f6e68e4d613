import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import type { UnitProfileDto } from '#shared/contract/units.ts';
import { gapSteps } from '#shared/domain/gap.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

let application: Application;
let codes: readonly string[];
let cuts: readonly string[];

beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
  codes = (await application.client.units.list({})).units.map((unit) => unit.code);
  cuts = (await application.client.cuts.list()).map((cut) => cut.id);
});
afterAll(() => application.close());

describe('the sentences behind a status', () => {
  it('carry the numbers of the status itself, whichever unit and cut is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...codes), fc.constantFrom(...cuts), async (code, cut) => {
        // Communes took up work on 1 July: nothing is judged of them before.
        fc.pre(code.length < 5 || !/2025-06/.test(cut));
        const profile = await application.client.units.profile({ code, cut });
        checkGap(profile);
        if (profile.unit.level === 'commune') checkCommune(profile);
        else checkCoverage(profile);
        checkOperating(profile);
      }),
      { numRuns: 200 },
    );
  });
});

function valuesOf(profile: UnitProfileDto, prefix: string) {
  return profile.reasons.filter(({ code }) => code.startsWith(prefix));
}

function checkGap(profile: UnitProfileDto): void {
  const { reported, operating, gapCuts } = profile;
  const steps = gapSteps(reported, operating);
  expect(profile.gapSteps).toBe(steps);
  const [sentence] = valuesOf(profile, 'reason.gap.');
  expect(sentence?.values).toMatchObject({ reported, operating });
  if (steps !== null && steps > 0) expect(sentence?.values).toMatchObject({ steps, cuts: gapCuts });
}

function checkCommune(profile: UnitProfileDto): void {
  const { met, missing, reported } = profile;
  const [sentence] = valuesOf(profile, 'reason.commune.');
  if (reported === 'notReported') expect(sentence?.code).toBe('reason.commune.notReported');
  else if (reported === 'green') expect(sentence?.values).toMatchObject({ met, owed: met });
  else expect(sentence?.values).toMatchObject({ status: reported, met, missing });
  const notMet = profile.criteria.filter((criterion) => criterion.state === 'notMet').length;
  const told = profile.reasons.find(({ code }) => code === 'reason.commune.notMet')?.values.count ?? 0;
  expect(told).toBe(notMet);
}

function checkCoverage(profile: UnitProfileDto): void {
  const { green, communes, notReported } = profile;
  const [sentence] = valuesOf(profile, 'reason.coverage.');
  if (communes === notReported) expect(sentence?.code).toBe('reason.coverage.notReported');
  else {
    const share = (green ?? 0) / (communes ?? 1);
    expect(sentence?.values).toMatchObject({ green, communes, share });
  }
}

/** What stands behind the sentence of the colour: how its score is made, what decided, what did not come, what it hides. */
const BEHIND = /^reason[.]operating[.](weights|members|decisive|unsent|few|unscored|hidden|month)$/;
const NO_EVIDENCE = /^reason[.]operating[.](noEvidence|onlyFew|placeNoEvidence)$/;

// The first sentence tells the colour of the roll-up, the others the colour of one indicator each.
function checkOperating(profile: UnitProfileDto): void {
  const [sentence, ...more] = valuesOf(profile, 'reason.operating.');
  expect(more.filter(({ code }) => !BEHIND.test(code))).toEqual([]);
  const month = more.find(({ code }) => code === 'reason.operating.month');
  expect(month?.values.cut ?? null).toBe(profile.outputs[0]?.cut ?? null);
  if (profile.operating === 'noEvidence') expect(sentence?.code).toMatch(NO_EVIDENCE);
  else expect(sentence?.values.status).toBe(profile.operating);
  const hidden = valuesOf(profile, 'reason.operating.hidden')[0]?.values.hidden;
  const isRed = ({ status }: UnitProfileDto['outputs'][number]) => status === 'red';
  if (hidden !== undefined) expect(profile.outputs.some(isRed)).toBe(true);
  for (const output of profile.outputs) {
    const told = profile.reasons.find(
      ({ code, values }) => code.startsWith('reason.indicator.') && values.indicator === output.code,
    );
    if (told?.values.status !== undefined) expect(told.values.status).toBe(output.status);
  }
}
