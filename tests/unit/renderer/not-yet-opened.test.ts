import { expect, it } from 'vitest';
import { notYetOpened } from '#renderer/panels/intake/not-yet-opened.ts';

it('names a cut once that opened after the list of planned ones had been asked for', () => {
  const opened = [{ id: 'week-2025-12-29' }, { id: 'week-2025-12-22' }];
  const planned = [{ id: 'week-2025-12-29' }, { id: 'week-2026-01-05' }];
  expect(notYetOpened(opened, planned)).toEqual([{ id: 'week-2026-01-05' }]);
});
