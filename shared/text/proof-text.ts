import type { ProofVerdict } from '#shared/domain/proof.ts';
import type { Translator } from './translator.ts';

/** A proof as it is told. */
export interface ProofWords {
  readonly verdict: ProofVerdict;
  readonly checks: readonly {
    readonly check: 'totals' | 'rates' | 'communes' | 'past';
    readonly outcome: string;
    readonly count: number;
  }[];
  readonly rows: {
    readonly used: number;
    readonly rejected: number;
    readonly empty: number;
    readonly leftOut: readonly { readonly rule: string; readonly count: number }[];
  };
}

/** The verdict, what the file was held against, and what became of its rows: a line each. */
export function proofLines(proof: ProofWords, translator: Pick<Translator, 't'>): string[] {
  const { t } = translator;
  return [
    `  ${t('intake.proof.title')}: ${t(`intake.proof.${proof.verdict}`)}`,
    ...proofDetails(proof, translator).map((line) => `    ${line}`),
  ];
}

/** Without the verdict. */
export function proofDetails({ checks, rows }: ProofWords, { t }: Pick<Translator, 't'>): string[] {
  const { leftOut, ...counts } = rows;
  const left = leftOut.map((one) => t('intake.proof.leftOut', one)).join(', ');
  return [
    ...checks.map(({ check, outcome, count }) => t(`intake.proof.${check}`, { outcome, count })),
    `${t('intake.proof.rows', counts)}${left === '' ? '' : `; ${left}`}`,
  ];
}
