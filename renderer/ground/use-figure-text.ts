import { useNames } from './names.tsx';
import { useText } from './text.tsx';

interface FigureParts {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Writes a figure by the kind of its indicator: Có/Không, 59,70% (597/1.000), 1.234; null is not applicable. */
export function useFigureText(): (indicator: string, figure: FigureParts) => string {
  const { t, format } = useText();
  const names = useNames();
  return (code, { value, numerator, denominator }) => {
    const kind = names.indicator(code)?.kind;
    if (value === null) return t('intake.figure.notApplicable');
    if (kind === 'criterion') return t(value === 1 ? 'intake.figure.met' : 'intake.figure.notMet');
    if (kind !== 'ratio') return format.number(value);
    const share = format.percent(value);
    if (numerator === null || denominator === null) return share;
    const parts = { numerator: format.number(numerator), denominator: format.number(denominator) };
    return t('intake.figure.parts', { value: share, ...parts });
  };
}
