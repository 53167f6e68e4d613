import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Application } from '#main/core/app.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { bring, makeSmall, openSmall, WHO } from './small-center.ts';

const CUT = 'week-2025-12-15';

let application: Application;
beforeAll(async () => {
  const template = filledFolder();
  makeSmall(template);
  application = await openSmall(template);
});
afterAll(() => application.close());

it('a province that was complete in time is not late by a correction, nor after that is taken back', async () => {
  const { client } = application;
  const find = async () => {
    const { provinces } = await client.intake.submissions({ cut: CUT });
    return provinces.find(({ code }) => code === '31');
  };
  const before = await find();
  expect(before).toMatchObject({ state: 'complete', isLate: false });
  const { units } = await client.units.list({});
  const unit = units.find(({ parent }) => parent === '31')?.code ?? '';
  const figure = { value: 0, numerator: null, denominator: null };
  const run = await bring(application, { cut: CUT, figures: [{ unit, indicator: 'devices', figure }] });
  expect(await find()).toMatchObject({ receivedAt: before?.receivedAt, isLate: false });
  await client.intake.undo({ run, who: WHO });
  expect(await find()).toMatchObject({ receivedAt: before?.receivedAt, isLate: false });
});
