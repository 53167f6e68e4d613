import { expect, test } from 'vitest';
import type { Text } from '#renderer/ground/text.tsx';
import { groupSegments } from '#renderer/panels/plan/group-segments.ts';
import { criteriaNote } from '#renderer/panels/units/criteria-note.ts';
import { whyList } from '#renderer/panels/why/why-list.ts';
import { writeValue } from '#renderer/views/indicators/indicator-page.ts';
import { isInHand, itemOf, mayBecome } from '#renderer/views/intake/inbox-item.ts';
import type { InboxFileDto } from '#shared/contract/intake.ts';
import type { GroupFiguresDto } from '#shared/contract/status.ts';
import type { UnitProfileDto } from '#shared/contract/units.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';

const TEXT = { ...createTranslator('vi'), format: createFormatter('vi'), locale: 'vi' } as Text;

test('a value of an indicator is a percent, but a count is a number', () => {
  const written = (['ratio', 'criterion', 'count'] as const).map((kind) => writeValue({ kind }, 1, TEXT));
  expect(written).toEqual(['100%', '100%', '1']);
  expect(writeValue({ kind: 'count' }, 0, TEXT)).toBe('0');
});

test('the bar of a group has a part for each schedule, and none of what is unknown', () => {
  const group = {
    done: 1,
    onTime: 2,
    dueSoon: 3,
    overdue: 4,
    notReported: 5,
    notYetDue: 0,
  } as GroupFiguresDto;
  expect(groupSegments(group, TEXT).map(({ tone, value }) => [tone, value])).toEqual([
    ...[
      ['green', 1],
      ['inTime', 2],
      ['yellow', 3],
      ['red', 4],
      ['empty', 5],
    ],
  ]);
  const silent = { ...group, done: null, onTime: null, dueSoon: null, overdue: null };
  expect(groupSegments(silent, TEXT).map(({ value }) => value)).toEqual([0, 0, 0, 0, 5]);
  expect(groupSegments({ ...group, notYetDue: 6 }, TEXT).at(-1)).toMatchObject({ tone: 'empty', value: 6 });
});

test('only a commune that has reported says how many criteria it meets', () => {
  const profile = (level: string, met: number | null) =>
    ({ unit: { level }, reported: 'yellow', met, missing: 2 }) as unknown as UnitProfileDto;
  expect(criteriaNote(profile('commune', 10), TEXT)).toContain('10/12');
  expect([criteriaNote(profile('commune', null), TEXT), criteriaNote(profile('province', 10), TEXT)]).toEqual(
    [...['', '']],
  );
  const silent = { ...profile('commune', 0), reported: 'notReported', missing: null } as UnitProfileDto;
  expect(criteriaNote(silent, TEXT)).toBe('Chưa báo cáo');
});

test('a number leads to the list of what it is made of', () => {
  expect(whyList({ what: 'unit', unit: '31' })).toEqual({ to: '/don-vi/31', query: {} });
  expect(whyList({ what: 'group', group: '2' })).toEqual({ to: '/nhiem-vu', query: { group: '2' } });
  expect(whyList({ what: 'count', count: 'overdue' }).query).toEqual({ schedule: 'overdue' });
});

test('a file that the engine lists is the one this page has sent when name and size agree', () => {
  const kept = {
    ...{ id: 'a', origin: 'person' },
    preview: { file: 'a.xlsx', bytes: 9 },
    revision: { answers: {}, fixes: {}, excluded: [], dialect: {} },
  } as unknown as InboxFileDto;
  const item = itemOf(kept);
  expect(mayBecome({ ...item, state: 'reading', preview: null }, kept)).toBe(true);
  expect(
    mayBecome({ ...item, state: 'reading', preview: null, file: { name: 'a.xlsx', size: 8 } }, kept),
  ).toBe(false);
  expect(
    mayBecome({ ...item, state: 'reading', preview: null, file: { name: 'b.xlsx', size: 9 } }, kept),
  ).toBe(false);
  expect(mayBecome(item, kept)).toBe(false);
  expect((['reading', 'read', 'committing', 'committed'] as const).map(isInHand)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
