import { createContext, useContext } from 'react';
import type { RulePreviewDto } from '#shared/contract/rules.ts';
import type { AlertRule } from '#shared/domain/model.ts';
import type { DraftRules } from './draft-rules.ts';

/** What every field of the form needs: the draft, the way to change it, and what is wrong with it. */
export interface RuleEditor {
  readonly draft: DraftRules;
  readonly problems: RulePreviewDto['problems'];
  readonly changed: ReadonlySet<string>;
  readonly set: (path: string, value: number | string | boolean) => void;
  /** Switches an alert rule off from a day on, or on again (null). */
  readonly switchRule: (rule: AlertRule, from: string | null) => void;
  /** What a unit is not asked; null: it is asked everything again. */
  readonly ask: (unit: string, indicators: readonly string[] | null) => void;
}

const RuleEditorContext = createContext<RuleEditor | null>(null);

export const RuleEditorProvider = RuleEditorContext;

/** The draft the fields below belong to. */
export function useRuleEditor(): RuleEditor {
  const editor = useContext(RuleEditorContext);
  if (editor === null) throw new Error('useRuleEditor needs a RuleEditorProvider above it');
  return editor;
}
