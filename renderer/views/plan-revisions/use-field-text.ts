import { useMemo } from 'react';
import { type Text, useText } from '#renderer/ground/text.tsx';
import type { Plan } from '#shared/domain/plan.ts';
import { valueAt } from './draft-plan.ts';
import type { FieldSpec } from './fields.ts';

/** A word of the plan as the workbook writes it. */
export function planWord({ tryText }: Pick<Text, 'tryText'>, word: string): string {
  return tryText(`planFile.word.${word}`) ?? word;
}

/** Writes a value of the plan as people read it; null where nothing is said. */
export function useFieldText(plan: Plan): (spec: FieldSpec, path: string) => string | null {
  const text = useText();
  return useMemo(() => writerOf(plan, text), [plan, text]);
}

function writerOf(plan: Plan, text: Text) {
  const { format, pick } = text;
  const nameIn = (part: FieldSpec['of'], code: string): string => {
    const found = part === undefined ? undefined : plan[part].find((one) => one.code === code);
    return found === undefined ? code : nameOf(part, code, pick(found));
  };
  return (spec: FieldSpec, path: string): string | null => {
    const value = valueAt(plan, path);
    if (value === null || value === undefined || value === '' || Number.isNaN(value)) return null;
    switch (spec.type) {
      case 'day':
        return format.date(String(value));
      case 'threshold':
        return shareText(text, isCount(plan, path) ? 'count' : 'ratio', Number(value));
      case 'number':
        return format.number(Number(value), 2);
      case 'flag':
        return planWord(text, value === true ? 'yes' : 'no');
      case 'choice':
        return planWord(text, String(value));
      case 'one':
        return nameIn(spec.of, String(value));
      case 'many':
        return listOf(value, (code) => nameIn(spec.of, code));
      case 'words':
        return listOf(value, String);
      default:
        return String(value);
    }
  };
}

function listOf(value: unknown, write: (code: string) => string): string | null {
  return Array.isArray(value) && value.length > 0 ? value.map((one) => write(String(one))).join('; ') : null;
}

/** Whether the thresholds of an indicator are counts; those of all others are shares. */
export function isCount(plan: Plan, path: string): boolean {
  return valueAt(plan, `${path.split('.').slice(0, 2).join('.')}.kind`) === 'count';
}

/** Groups are spoken of by their numbers; other codes are for files alone. */
export function nameOf(part: FieldSpec['of'], code: string, name: string): string {
  return part === 'groups' ? `${code} · ${name}` : name;
}

/** A threshold or target: of a count a number, of all others percent. */
export function shareText({ format }: Pick<Text, 'format'>, kind: string | undefined, value: number): string {
  return kind === 'count' ? format.number(value, 2) : format.percent(value);
}
