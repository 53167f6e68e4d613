import { useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import type { ReasonDto } from '#shared/contract/words.ts';
import { reasonValueKind } from '#shared/domain/reason.ts';
import classes from './AlertFacts.module.css';

/** Facts that are fractions of a whole and read as percentages. */
const FRACTIONS = new Set([
  'share',
  'worst',
  'threshold',
  'value',
  'before',
  'after',
  'fall',
  'progress',
  'expected',
]);
/** Facts that name a colour. */
const COLOURS = new Set(['operating', 'from', 'to']);
/** Said by the heading already. */
const LEFT_OUT = new Set(['unit']);

/** The facts that a sentence was made of, one by one: what a person checks with the locality. */
export function AlertFacts({ reason }: { readonly reason: ReasonDto }) {
  const text = useText();
  const write = useFactWriter(reason);
  // That no further commune is left unnamed is no fact to check.
  const facts = Object.entries(reason.values).filter(
    ([key, value]) => !LEFT_OUT.has(key) && !(key === 'more' && value === 0),
  );
  return (
    <section>
      <h3>{text.t('alerts.detail.evidence')}</h3>
      <dl className={classes.facts}>
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{text.tryText(`alerts.fact.${key}`) ?? key}</dt>
            <dd>{write(key, value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Fact = ReasonDto['values'][string];

function useFactWriter(reason: ReasonDto): (key: string, value: Fact) => string {
  const text = useText();
  const names = useNames();
  return (key, value) => {
    if (typeof value !== 'string') return numberOf(key, value, reason.values.threshold, text);
    if (COLOURS.has(key) || (key === 'reported' && text.tryText(`status.${value}`) !== null)) {
      return text.tryText(`status.${value}`) ?? value;
    }
    switch (reasonValueKind(key)) {
      case 'day':
        return text.format.date(value);
      case 'cut':
        return names.cut(value);
      case 'indicator':
        return nameOf(names.indicator(value), text) ?? value;
      case 'rules':
        return value
          .split(',')
          .map((rule) => text.tryText(`rule.${rule}`) ?? rule)
          .join(', ');
      case 'units':
        return value
          .split(',')
          .map((code) => names.fullName(code) ?? code)
          .join(', ');
      case 'indicators':
        return value
          .split(',')
          .map((code) => nameOf(names.indicator(code), text) ?? code)
          .join(', ');
      default:
        return value;
    }
  };
}

function nameOf(named: { name: string; nameEn: string } | undefined, { pick }: Text): string | null {
  return named === undefined ? null : pick(named);
}

function numberOf(key: string, value: number | null, threshold: Fact | undefined, { format }: Text): string {
  const limits = typeof threshold === 'number' ? [threshold] : [];
  return FRACTIONS.has(key) ? format.percent(value, limits) : format.number(value, 2, limits);
}
