import type { AlertDto } from '#shared/contract/alerts.ts';
import { type AlertCondition, evidenceUnitOf } from '#shared/domain/alerts/evaluation.ts';
import type { AlertRecord } from '#shared/domain/alerts/life-cycle.ts';
import type { AlertRule, Reason } from '#shared/domain/model.ts';

/** What was counted for a sentence; it stands beside it in one text, so that both travel in a data file. */
export type Counted = Pick<AlertRecord, 'held' | 'heldOn' | 'clearOn'>;

// Within a value of the sentence its quotation marks would be escaped.
const MARK = ',"counted":';

/** The text that is stored for a sentence (JSON of a Reason) and what was counted for it. */
export function evidenceText(sentence: string, { held, heldOn, clearOn }: Counted): string {
  return `${sentence.slice(0, -1)}${MARK}${JSON.stringify({ held, heldOn, clearOn })}}`;
}

/** The two parts of a stored text; nothing was counted where an older version wrote it. */
export function splitEvidence(text: string): {
  readonly sentence: string;
  readonly counted: Counted | null;
} {
  const at = text.lastIndexOf(MARK);
  if (at < 0) return { sentence: text, counted: null };
  return {
    sentence: `${text.slice(0, at)}}`,
    counted: JSON.parse(text.slice(at + MARK.length, -1)) as Counted,
  };
}

/** A reading whose sentence is told. */
interface Told {
  readonly rule: AlertRule;
  readonly subject: string;
  readonly condition: AlertCondition;
  readonly evidence: string;
}

/**
 * The sentence of a reading: what was found when its condition held last. Where nothing new has come since, it says by
 * what it was known last (`knownOn`); else, of an output, of which month it is (`basedOn`). A gap that an older version
 * judged says cuts alone.
 */
export function reasonOf({ rule, subject, condition, evidence }: Told): Reason {
  const { counted } = splitEvidence(evidence);
  const { code, values } = JSON.parse(evidence) as Reason;
  const said = code === 'reason.alert.gap' ? { months: 0, ...values } : values;
  const heldOn = counted?.heldOn ?? null;
  if (heldOn === null) return { code, values: said };
  if (condition === 'noData') return { code, values: { ...said, knownOn: heldOn } };
  const isOfMonth = evidenceUnitOf(rule, subject) === 'month' && !('cut' in values);
  return { code, values: isOfMonth ? { ...said, basedOn: heldOn } : said };
}

/** A reading of which it is asked how long the alert has lasted. */
export interface Lasting {
  readonly rule: AlertRule;
  readonly subject: string;
  /** Cuts at which it held. */
  readonly heldCuts: number;
  readonly evidence: string;
}

/** How long an alert has lasted: in cuts, and in the months of data they rest on where its rule counts those. */
export function lastingOf({ rule, subject, heldCuts, evidence }: Lasting): Pick<AlertDto, 'held' | 'months'> {
  const { counted } = splitEvidence(evidence);
  const isMonthly = counted !== null && evidenceUnitOf(rule, subject) === 'month';
  return { held: heldCuts, months: isMonthly ? counted.held : null };
}
