import { IconAlertTriangleFilled, IconCircleCheckFilled, IconMinus } from '@tabler/icons-react';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IntakeProofDto } from '#shared/contract/intake.ts';
import { proofDetails } from '#shared/text/proof-text.ts';
import classes from './Inspector.module.css';

const ICONS = { agrees: IconCircleCheckFilled, differs: IconAlertTriangleFilled, absent: IconMinus };

/** Đối chiếu: how far the file proves itself, what it was held against and how that came out, what became of its rows. */
export function ProofPanel({ proof }: { readonly proof: IntakeProofDto }) {
  const text = useText();
  const { t } = text;
  const lines = proofDetails(proof, text);
  return (
    <Panel
      title={`${t('intake.proof.title')}: ${t(`intake.proof.${proof.verdict}`)}`}
      note={t(`intake.proof.${proof.verdict}.means`)}
    >
      <ul className={classes.proof}>
        {lines.map((line, at) => {
          const outcome = proof.checks[at]?.outcome ?? null;
          const Icon = outcome === null ? null : ICONS[outcome];
          return (
            <li key={line} data-outcome={outcome ?? undefined}>
              {Icon !== null && <Icon size="1rem" aria-hidden="true" />}
              <span>{line}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
