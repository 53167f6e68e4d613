import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import type { PlanProblem } from '#shared/domain/plan-problems.ts';
import { fieldText, planReasonText } from '#shared/text/plan-text.ts';
import classes from './DraftPanel.module.css';
import { PLAN_PARTS } from './fields.ts';
import { usePlanEditor } from './plan-editor.tsx';

/** Everything that keeps the draft from being saved, each with the way to its field. */
export function DraftProblems({ problems }: { readonly problems: readonly PlanProblem[] }) {
  const text = useText();
  if (problems.length === 0) return null;
  return (
    <section aria-label={text.t('planRevisions.problems')}>
      <ul className={classes.problems}>
        {problems.map(({ path, reason }) => (
          <li key={`${path} ${reason.code}`}>
            <PlaceLink path={path} /> {planReasonText(reason, text)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 'Nhiệm vụ 1.02, Thời hạn:' and where it leads. */
function PlaceLink({ path }: { readonly path: string }) {
  const text = useText();
  const { plan } = usePlanEditor();
  const [head = '', at = '', ...rest] = path.split('.');
  const part = PLAN_PARTS.find((one) => one === head);
  const code = part === undefined ? undefined : plan[part][Number(at)]?.code;
  const field = (part === undefined ? [head] : rest).findLast((key) => !/^\d+$/.test(key)) ?? '';
  const title = text.tryText(`planFile.sheet.${part ?? 'plan'}`) ?? head;
  const label = [title, code].filter((one) => one !== undefined).join(' ');
  return (
    <AppLink to="/ke-hoach" query={{ phan: part ?? 'plan', muc: code ?? null }}>
      {text.t('planRevisions.problem.place', { place: label, field: fieldText(field, text) })}
    </AppLink>
  );
}
