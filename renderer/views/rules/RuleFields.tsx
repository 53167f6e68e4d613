import { useText } from '#renderer/ground/text.tsx';
import type { MessageKey } from '#shared/text/catalogue.ts';
import { type FieldKind, GroupProblems, RuleField, useHasProblem } from './RuleField.tsx';
import classes from './RuleForm.module.css';

/** The dotted path of a number, its name, and how it is written. */
export type Field = readonly [string, MessageKey, FieldKind];

/** A row of fields; `group` is the path of what may be wrong with them together. */
export function Fields(props: { readonly fields: readonly Field[]; readonly group?: string }) {
  const { t } = useText();
  const isMarked = useHasProblem(props.group ?? '');
  return (
    <>
      <div className={classes.fields}>
        {props.fields.map(([path, label, kind]) => (
          <RuleField key={path} path={path} label={t(label)} kind={kind} isMarked={isMarked} />
        ))}
      </div>
      {props.group !== undefined && <GroupProblems path={props.group} />}
    </>
  );
}
