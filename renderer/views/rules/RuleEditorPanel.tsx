import { Button } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type Dispatch, type SetStateAction, useCallback, useMemo, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { RulePreview } from '#renderer/panels/rules/RulePreview.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { RulePreviewDto } from '#shared/contract/rules.ts';
import type { AlertRule } from '#shared/domain/model.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import {
  changedPaths,
  type DraftRules,
  emptyPaths,
  settledRules,
  withNotAsked,
  withRule,
  withValue,
} from './draft-rules.ts';
import classes from './RuleEditorPanel.module.css';
import { RuleForm } from './RuleForm.tsx';
import { RuleEditorProvider } from './rule-editor.tsx';
import { SaveRules } from './SaveRules.tsx';

/** Long enough not to ask at every key, short enough to feel at once. */
const PREVIEW_AFTER_MS = 350;

/** The rules of a version as a form, and beside it what they would change; saved as a new version. */
export function RuleEditorPanel(props: {
  readonly version: number;
  readonly rules: RuleSet;
  readonly onSaved: () => void;
}) {
  const { t } = useText();
  const say = useSay();
  const [draft, setDraft] = useState<DraftRules>(props.rules);
  const [isSaving, saving] = useDisclosure(false);
  const [tried] = useDebouncedValue(draft, PREVIEW_AFTER_MS);
  const { empty, preview } = usePreview(tried);
  const { changed, set, switchRule, ask } = useChanges(props.rules, draft, setDraft);
  const problems = preview.data?.problems ?? NO_PROBLEMS;
  const editor = useMemo(
    () => ({ draft, problems, changed, set, switchRule, ask }),
    [draft, problems, changed, set, switchRule, ask],
  );
  const wrong = problems.length + empty.length;
  const isSettled = tried === draft && !preview.isPlaceholderData && !preview.isFetching;
  return (
    <RuleEditorProvider value={editor}>
      <div className={classes.columns}>
        <Panel
          title={t('rules.basedOn', { version: props.version })}
          note={t('rules.changedFields', { count: changed.size })}
        >
          <p className={classes.lead}>{t('rules.lead')}</p>
          <RuleForm />
        </Panel>
        <div className={classes.side}>
          <Panel title={t('rules.preview')} note={<PreviewCut />} scrolls>
            <p className={classes.problems} data-wrong={wrong > 0 || undefined} aria-live="polite">
              {wrong > 0 && t('rules.problems', { count: wrong })}
            </p>
            <PreviewBody preview={preview} isBroken={wrong > 0} />
          </Panel>
          <div className={classes.actions}>
            <Button variant="default" disabled={changed.size === 0} onClick={() => setDraft(props.rules)}>
              {t('rules.reset')}
            </Button>
            <Button disabled={changed.size === 0 || wrong > 0 || !isSettled} onClick={saving.open}>
              {t('rules.saveAs')}
            </Button>
          </div>
        </div>
      </div>
      <SaveRules
        rules={settledRules(draft)}
        isOpen={isSaving}
        onClose={saving.close}
        onSaved={({ version }) => {
          saving.close();
          say.done(t('rules.save.done', { version }));
          props.onSaved();
        }}
      />
    </RuleEditorProvider>
  );
}

function useChanges(before: RuleSet, draft: DraftRules, change: Dispatch<SetStateAction<DraftRules>>) {
  const changed = useMemo(() => new Set(changedPaths(before, draft)), [before, draft]);
  const set = useCallback(
    (path: string, value: number | string | boolean) => change((rules) => withValue(rules, path, value)),
    [change],
  );
  const switchRule = useCallback(
    (rule: AlertRule, from: string | null) => change((rules) => withRule(rules, rule, from)),
    [change],
  );
  const ask = useCallback(
    (unit: string, indicators: readonly string[] | null) =>
      change((rules) => withNotAsked(rules, unit, indicators)),
    [change],
  );
  return { changed, set, switchRule, ask };
}

function usePreview(rules: DraftRules) {
  const { id } = useCut();
  const empty = emptyPaths(rules);
  const preview = useQuery(
    useApi().rules.preview.queryOptions({
      input: { cut: id, rules: settledRules(rules) },
      enabled: empty.length === 0,
      placeholderData: (before) => before,
    }),
  );
  return { empty, preview };
}

const NO_PROBLEMS: RulePreviewDto['problems'] = [];

function PreviewCut() {
  const { t } = useText();
  const names = useNames();
  const { id } = useCut();
  return id === undefined ? null : t('rules.preview.cut', { cut: names.cut(id) });
}

function PreviewBody(props: {
  readonly preview: {
    readonly data: RulePreviewDto | undefined;
    readonly isError: boolean;
    readonly error: unknown;
    readonly refetch: () => unknown;
    readonly isFetching: boolean;
  };
  readonly isBroken: boolean;
}) {
  const { t } = useText();
  const { preview, isBroken } = props;
  if (isBroken) return <p>{t('rules.preview.broken')}</p>;
  if (preview.data === undefined || preview.isError) return <QueryState query={preview} />;
  return (
    <div aria-busy={preview.isFetching || undefined}>
      <RulePreview preview={preview.data} />
    </div>
  );
}
