import { describe, expect, it } from 'vitest';
import { ruleSet } from '#shared/contract/rules.ts';
import {
  completeRules,
  defaultRuleSet,
  type IndicatorDefaults,
  LATER_THRESHOLDS,
  type StoredRuleSet,
} from '#shared/domain/default-rules.ts';
import { decidesNothing } from '#shared/domain/operating-ends.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { validateRuleSet } from '#shared/domain/validate-rules.ts';
import catalogue from '../../../assets/catalogue/kh02.plan.json' with { type: 'json' };

const indicators = catalogue.indicators as IndicatorDefaults[];
const rules = defaultRuleSet(indicators, catalogue.notAsked);
const problemsOf = (changed: RuleSet) =>
  validateRuleSet(changed, indicators).map(({ path, reason }) => `${path}: ${reason.code}`);
const withOnline = (change: object): RuleSet => {
  const online = { ...rules.operating.indicators.applications_online, ...change };
  const changed = { ...rules.operating.indicators, applications_online: online };
  return { ...rules, operating: { ...rules.operating, indicators: changed } } as RuleSet;
};

describe('defaultRuleSet', () => {
  it('takes the thresholds of every output of the catalogue and can be used as it is', () => {
    expect(Object.keys(rules.operating.indicators).sort()).toEqual([
      'applications_online',
      'applications_received',
      'documents_signed',
      'records_synchronised',
      'resolved_on_time',
      'results_online',
      'support_operations',
    ]);
    expect(problemsOf(rules)).toEqual([]);
  });

  it('lets late files decide, which changes something with its weights, and nothing else', () => {
    const { operating } = rules;
    const decisive = Object.entries(operating.indicators).filter(([, thresholds]) => thresholds.decisive);
    expect(decisive.map(([code]) => code)).toEqual(['resolved_on_time']);
    expect(decidesNothing(operating, 'resolved_on_time')).toBe(false);
    expect(decidesNothing(operating, 'applications_online')).toBe(true);
  });

  it('has every alert rule on, and may have any off from a day', () => {
    expect(rules.alerts.off).toBeUndefined();
    expect(problemsOf({ ...rules, alerts: { ...rules.alerts, off: { gap: '2025-12-29' } } })).toEqual([]);
  });

  it('comes back the same from JSON', () => {
    expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
  });
});

const withSuspicion = (changes: Partial<RuleSet['suspicion']>): RuleSet => {
  return { ...rules, suspicion: { ...rules.suspicion, ...changes } };
};

describe('a rule set of an older version', () => {
  it('is read with the defaults of what it did not know', () => {
    const { suspicion, ...older } = rules;
    expect(completeRules(older)).toEqual(rules);
    const partly = { ...older, suspicion: { riseBy: 0.4 } };
    expect(completeRules(partly).suspicion).toEqual({ ...suspicion, riseBy: 0.4 });
    expect(ruleSet.parse(older)).toEqual(rules);
  });
});

describe('completeRules', () => {
  it('gives rules that an older version stored what they did not know, and keeps what is there', () => {
    const { minDenominator, decisive, ...older } = rules.operating.indicators.applications_online ?? {};
    expect([minDenominator, decisive]).toEqual([10, false]);
    const stored = { ...rules.operating.indicators, applications_online: older };
    const operating = { ...rules.operating, indicators: stored } as StoredRuleSet['operating'];
    expect(completeRules({ ...rules, operating })).toEqual(rules);
    const { notAsked: _, ...first } = rules;
    const { monthsAtMost: __, ...before } = rules.operating;
    expect(completeRules({ ...first, operating: before })).toEqual(rules);
    expect(ruleSet.parse({ ...first, operating: before })).toEqual({ ...rules, notAsked: {} });
    expect(completeRules({ ...rules, notAsked: {} }).notAsked).toEqual({});
    const own = withOnline({ minDenominator: 0, decisive: true });
    expect(completeRules(own)).toEqual(own);
  });
});

describe('validateRuleSet', () => {
  const online = 'operating.indicators.applications_online';
  const cases: [string, RuleSet, string[]][] = [
    [
      'YELLOW above GREEN',
      withOnline({ greenFrom: 0.5, yellowFrom: 0.7 }),
      [`${online}: reason.rules.overlapRatio`],
    ],
    [
      'YELLOW equal to GREEN',
      withOnline({ greenFrom: 0.5, yellowFrom: 0.5 }),
      [`${online}: reason.rules.overlapRatio`],
    ],
    [
      'the other direction than the catalogue says is better',
      withOnline({ direction: 'down', greenFrom: 0.5, yellowFrom: 0.7 }),
      [`${online}.direction: reason.rules.wrongDirection`],
    ],
    [
      'RED that can never be',
      withOnline({ yellowFrom: 0 }),
      [`${online}: reason.rules.redImpossibleIndicator`],
    ],
    ['a ratio above 100%', withOnline({ greenFrom: 70 }), [`${online}.greenFrom: reason.rules.notFraction`]],
    ['no number', withOnline({ yellowFrom: Number.NaN }), [`${online}.yellowFrom: reason.rules.notNumber`]],
    ['a negative weight', withOnline({ weight: -1 }), [`${online}.weight: reason.rules.notCount`]],
    [
      'half a file as the fewest',
      withOnline({ minDenominator: 9.5 }),
      [`${online}.minDenominator: reason.rules.notWhole`],
    ],
    [
      'fewer files than none',
      withOnline({ minDenominator: -1 }),
      [`${online}.minDenominator: reason.rules.notWhole`],
    ],
    [
      'a direction nobody knows',
      withOnline({ direction: 'left' }),
      [`${online}.direction: reason.rules.unknownDirection`],
    ],
    [
      'coverage bands that overlap',
      { ...rules, coverage: { above: 0.5, half: 0.7 } },
      ['coverage: reason.rules.overlapPair'],
    ],
    [
      'so many missing criteria allowed that RED is impossible',
      { ...rules, commune: { yellowMissingAtMost: 12 } },
      ['commune.yellowMissingAtMost: reason.rules.redImpossible'],
    ],
    [
      'half a task',
      { ...rules, province: { ...rules.province, redOverdueMoreThan: 1.5 } },
      ['province.redOverdueMoreThan: reason.rules.notWhole'],
    ],
    [
      'an alert that waits for no cut',
      { ...rules, alerts: { ...rules.alerts, pendingCuts: 0, deadlineDayShare: 0 } },
      ['alerts.pendingCuts: reason.rules.notWhole', 'alerts.deadlineDayShare: reason.rules.zeroAlert'],
    ],
    [
      'equal figures that are a question sooner the fewer files there are',
      withSuspicion({ equalSmallCommunes: 6, equalMiddleFiles: 20 }),
      ['suspicion.equal: reason.rules.equalFilesOrder', 'suspicion.equal: reason.rules.equalCommunesOrder'],
    ],
    [
      'a commune that is asked because it equals itself, and a rise of nothing',
      withSuspicion({ equalLargeCommunes: 1, rowFigures: 0, riseBy: 0, jumpErrors: -1 }),
      [
        'suspicion.equalLargeCommunes: reason.rules.notWhole',
        'suspicion.rowFigures: reason.rules.notWhole',
        'suspicion.riseBy: reason.rules.zeroAlert',
        'suspicion.jumpErrors: reason.rules.notCount',
      ],
    ],
    [
      'an alert rule that there is none of, and one that is off from a day that never was',
      { ...rules, alerts: { ...rules.alerts, off: { gaps: '2025-12-29', gap: '2025-02-30' } } },
      ['alerts.off.gaps: reason.rules.unknownAlertRule', 'alerts.off.gap: reason.rules.notADay'],
    ],
    [
      'no indicators at all',
      { ...rules, operating: { ...rules.operating, indicators: {} } },
      [
        ...['applications_received', 'applications_online', 'results_online', 'resolved_on_time'],
        ...['records_synchronised', 'documents_signed', 'support_operations'],
      ]
        .map((code) => `operating.indicators.${code}: reason.rules.withoutThresholds`)
        .concat('operating.indicators: reason.rules.noIndicators'),
    ],
  ];
  for (const [title, changed, problems] of cases) {
    it(`refuses ${title}`, () => {
      expect(problemsOf(changed)).toEqual(problems);
    });
  }

  it('refuses thresholds of unknown indicators and of criteria', () => {
    const extra = {
      direction: 'up' as const,
      greenFrom: 0.9,
      yellowFrom: 0.5,
      weight: 1,
      ...LATER_THRESHOLDS,
    };
    const changed = { ...rules.operating.indicators, unheard_of: extra, devices: extra };
    expect(problemsOf({ ...rules, operating: { ...rules.operating, indicators: changed } })).toEqual([
      'operating.indicators.unheard_of: reason.rules.unknownIndicator',
      'operating.indicators.devices: reason.rules.criterionAsOutput',
    ]);
  });

  it('refuses a weighted roll-up in which nothing weighs from a day on', () => {
    const ending = 'documents_signed';
    const weighed = Object.fromEntries(
      Object.entries(rules.operating.indicators).map(([code, one]) => [
        code,
        { ...one, weight: code === ending ? 1 : 0 },
      ]),
    );
    const asked = { ...rules, operating: { ...rules.operating, indicators: weighed } };
    const found = (until: string | null, others: string | null) =>
      validateRuleSet(
        asked,
        indicators.map((one) => ({ ...one, until: one.code === ending ? until : others })),
      ).map(({ reason }) => reason.code);
    expect(found(null, null)).toEqual([]);
    expect(found('2025-12-21', '2025-12-22')).toEqual(['reason.rules.weightsEnd']);
    expect(found('2025-12-21', null)).toEqual(['reason.rules.weightsEnd']);
    // A plan that ends altogether asks for nothing afterwards.
    expect(found('2025-12-21', '2025-12-21')).toEqual([]);
  });

  it('refuses a weighted roll-up in which nothing weighs, and a roll-up nobody knows', () => {
    const weightless = Object.fromEntries(
      Object.entries(rules.operating.indicators).map(([code, one]) => [code, { ...one, weight: 0 }]),
    );
    expect(problemsOf({ ...rules, operating: { ...rules.operating, indicators: weightless } })).toEqual([
      'operating.rollUp: reason.rules.noWeights',
    ]);
    const odd = { ...rules, operating: { ...rules.operating, rollUp: 'best' } } as unknown as RuleSet;
    expect(problemsOf(odd)).toEqual(['operating.rollUp: reason.rules.unknownRollUp']);
  });
});
