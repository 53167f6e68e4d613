import { expect, test } from 'vitest';
import { evidenceText, reasonOf } from '#main/core/judge/alerts/evidence.ts';
import { alertNotes } from '#shared/text/alert-text.ts';
import { reasonText } from '#shared/text/reason-text.ts';
import { createTranslator } from '#shared/text/translator.ts';

const translator = createTranslator('vi');
const NAMES = {
  unit: () => 'Hà Nội',
  task: () => undefined,
  indicator: () => 'Nộp trực tuyến',
  cut: (code: string) => (code === 'month-2025-11' ? 'tháng 11/2025' : undefined),
};

const GAP = {
  code: 'reason.alert.gap',
  values: { unit: '01', reported: 'green', operating: 'red', steps: 2, months: 4, cuts: 15 },
};
const stored = (sentence: object, heldOn: string | null) =>
  evidenceText(JSON.stringify(sentence), { held: 4, heldOn, clearOn: null });

test('an alert says by what it was known last where nothing new has come, and of which month its figures are', () => {
  const reading = { rule: 'gap', subject: '01|gap', evidence: stored(GAP, 'month-2025-11') } as const;
  const said = (condition: 'holds' | 'noData') =>
    reasonText(reasonOf({ ...reading, condition }), translator, NAMES);
  expect(said('noData')).toMatch(
    /đã 4 tháng số liệu .*\. Biết đến tháng 11\/2025; từ đó chưa đủ số liệu để kết luận lại\.$/,
  );
  expect(said('holds')).toMatch(/\. Theo số liệu tháng 11\/2025\.$/);
  const online = {
    code: 'reason.alert.onlineLow',
    values: { unit: '01', indicator: 'a', value: 0.4, threshold: 0.5 },
  };
  const low = {
    rule: 'onlineLow',
    subject: '01|a',
    condition: 'holds',
    evidence: stored(online, 'month-2025-11'),
  } as const;
  expect(reasonText(reasonOf(low), translator, NAMES)).toContain('Theo số liệu tháng 11/2025.');
});

test('an alert of reports, of a named cut, or of an older version says nothing more', () => {
  const told = { rule: 'coverageLow', subject: '01', condition: 'holds' } as const;
  expect(reasonOf({ ...told, evidence: stored(GAP, 'week-2025-12-29') }).values).toEqual(GAP.values);
  const dated = { code: 'reason.alert.suspectEqualRows', values: { unit: '01', cut: 'month-2025-11' } };
  const question = { rule: 'suspectEqualRows', subject: '01', condition: 'holds' } as const;
  expect(reasonOf({ ...question, evidence: stored(dated, 'month-2025-11') }).values).toEqual(dated.values);
  expect(reasonOf({ ...told, condition: 'noData', evidence: JSON.stringify(GAP) }).values).toEqual(
    GAP.values,
  );
});

test('a question that fires says that it waits for an answer; one that somebody has taken, or another alert, does not', () => {
  const question = { rule: 'suspectJump', state: 'firing', condition: 'holds' } as const;
  expect(alertNotes(question, translator)).toEqual(['câu hỏi: chờ người trả lời, không tự hết']);
  expect(alertNotes({ ...question, state: 'acknowledged' }, translator)).toEqual([]);
  expect(alertNotes({ rule: 'gap', state: 'firing', condition: 'noData' }, translator)).toEqual([
    'kỳ này không có số liệu',
  ]);
});
