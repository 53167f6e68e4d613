import { Button } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import type { PlanExtension } from '#shared/domain/plan.ts';
import { valueAt } from './draft-plan.ts';
import type { FieldSpec } from './fields.ts';
import { PlanField } from './PlanField.tsx';
import classes from './PlanForm.module.css';
import { usePlanEditor } from './plan-editor.tsx';

const FIELDS: readonly FieldSpec[] = [
  { field: 'from', type: 'day', isRequired: true },
  { field: 'deadline', type: 'day', isRequired: true },
  { field: 'document', type: 'text', isRequired: true },
  { field: 'reason', type: 'text', isRequired: true },
];

/** Later deadlines of a task, each with the day it holds from, its document and why; the first deadline stays. */
export function ExtensionsForm({ path }: { readonly path: string }) {
  const { t, format } = useText();
  const { plan, from, isReadOnly, problems, add } = usePlanEditor();
  const list = `${path}.extensions`;
  const extensions = valueAt(plan, list) as readonly PlanExtension[];
  if (isReadOnly && extensions.length === 0) return null;
  return (
    <fieldset className={classes.list}>
      <legend>{t('planFile.sheet.extensions')}</legend>
      {isReadOnly
        ? extensions.map((one) => (
            <p key={one.from}>
              {t('planRevisions.extension', {
                ...{ deadline: format.date(one.deadline), from: format.date(one.from) },
                ...{ document: one.document, reason: one.reason },
              })}
            </p>
          ))
        : extensions.map((_, at) => <Extension key={`${at}`} path={`${list}.${at}`} number={at + 1} />)}
      {problems.get(list)?.map((sentence) => (
        <p key={sentence} className={classes.problem} role="alert">
          {sentence}
        </p>
      ))}
      {!isReadOnly && (
        <div className={classes.actions}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => add(list, { from, deadline: '', document: '', reason: '' })}
          >
            {t('planRevisions.extend')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function Extension({ path, number }: { readonly path: string; readonly number: number }) {
  const { t } = useText();
  const { remove } = usePlanEditor();
  return (
    <fieldset
      className={`${classes.bare} ${classes.entry}`}
      aria-label={t('planRevisions.extension.number', { number })}
    >
      {FIELDS.map((spec) => (
        <PlanField
          key={spec.field}
          spec={spec}
          path={`${path}.${spec.field}`}
          label={t(`planRevisions.extension.${spec.field as 'from'}`)}
        />
      ))}
      <Button size="sm" variant="default" onClick={() => remove(path)}>
        {t('planRevisions.remove')}
      </Button>
    </fieldset>
  );
}
