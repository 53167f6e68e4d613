import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALERT_RULES, SEVERITIES, type Severity } from '#shared/domain/model.ts';
import { type Outcome, type Standing, silenceWorlds } from './silence-worlds.ts';

let worlds: ReturnType<typeof silenceWorlds>;
beforeAll(() => {
  worlds = silenceWorlds();
});
afterAll(() => worlds.close());

const HISTORIES = 60;
const gravity = (severity: Severity | null): number =>
  severity === null ? -1 : SEVERITIES.length - SEVERITIES.indexOf(severity);
const isOpen = (one: Standing | undefined): one is Standing => one !== undefined && one.state !== 'resolved';

/** How grave what a person sees of an alert is: itself, or what says of its province that its rule may hold. */
function seen({ rule, subject, province }: Standing, at: ReadonlyMap<string, Standing>): number {
  const own = at.get(`${rule} ${subject}`);
  const missing = [...at.values()].filter(
    (one) =>
      isOpen(one) && one.rule === 'evidenceMissing' && one.province === province && one.rules.includes(rule),
  );
  return Math.max(
    ...[...(isOpen(own) ? [own] : []), ...missing].map(({ severity }) => gravity(severity)),
    -1,
  );
}

/** Alerts that silence made less grave, or ended. */
function bought({ before, honest, silent }: Outcome): string[] {
  const graver = [...honest.values()].filter((one) => {
    // What was not sent is asked for, not suspected; its question stays if it was asked.
    const isNew = !isOpen(before.get(`${one.rule} ${one.subject}`));
    // One that waits to end says how grave it was, not how grave it is.
    if (!isOpen(one) || one.condition === 'clear') return false;
    if (one.rule.startsWith('suspect') && isNew) return false;
    return seen(one, silent) < gravity(one.severity);
  });
  const ended = [...before.values()].filter((one) => {
    const key = `${one.rule} ${one.subject}`;
    return isOpen(one) && isOpen(honest.get(key)) && !isOpen(silent.get(key));
  });
  return [
    ...graver.map(({ rule, subject, severity }) => `less grave: ${rule} ${subject} ${severity}`),
    ...ended.map(({ rule, subject }) => `ended: ${rule} ${subject}`),
  ];
}

const outcomes: Outcome[] = [];
beforeAll(() => {
  for (let seed = 1; seed <= HISTORIES; seed += 1) outcomes.push(worlds.outcome(seed));
}, 240_000);

describe('a unit that sends nothing, instead of what it sent', () => {
  it('has no less grave alert and ends none, whatever the rule', () => {
    const faults = outcomes.flatMap((one, at) => bought(one).map((fault) => `${at + 1} ${fault}`));
    expect(faults).toEqual([]);
  });

  it('and reports worse after however long a silence, has fallen from what it last was', () => {
    const unseen = outcomes.flatMap(({ honest, falls }, at) =>
      falls
        .filter(({ unit }) => !isOpen(honest.get(`regression unit:${unit}`)))
        .map(({ unit, from, to }) => `${at + 1} ${unit} ${from} ${to}`),
    );
    expect(unseen).toEqual([]);
    expect(outcomes.flatMap(({ falls }) => falls).length).toBeGreaterThan(HISTORIES / 2);
  });

  it('in histories in which nearly every rule finds something', () => {
    const found = new Set(
      outcomes.flatMap(({ honest }) =>
        [...honest.values()].map(({ rule, subject }) =>
          rule === 'evidenceMissing' ? `${rule}${subject.replace(/^unit:\w+/, '')}` : rule,
        ),
      ),
    );
    // Whole rows that are copied are asked about in tests of their own.
    const others = ALERT_RULES.filter((rule) => !['suspectEqualRows', 'suspectRepeatedRow'].includes(rule));
    const kinds = ['', '|gap', '|reports', '|tasks', '|indicator:applications_online'];
    const wanted = [...others, ...kinds.map((kind) => `evidenceMissing${kind}`)];
    expect(wanted.filter((one) => !found.has(one))).toEqual([]);
  });
});
