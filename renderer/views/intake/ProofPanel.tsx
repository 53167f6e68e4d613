import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IntakeProofDto } from '#shared/contract/intake.ts';
import { proofDetails } from '#shared/text/proof-text.ts';
import classes from './DataView.module.css';

/** Đối chiếu: how far the file proves itself, what it was held against, and what became of its rows. */
export function ProofPanel({ proof }: { readonly proof: IntakeProofDto }) {
  const text = useText();
  const verdict = text.t(`intake.proof.${proof.verdict}`);
  return (
    <Panel title={`${text.t('intake.proof.title')}: ${verdict}`}>
      <ul className={classes.soft}>
        {proofDetails(proof, text).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Panel>
  );
}
