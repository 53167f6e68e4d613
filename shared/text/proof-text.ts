import type { ProofVerdict } from '#shared/domain/proof.ts';
import type { Translator } from './translator.ts';

/** A proof as it is told. */
export interface ProofWords {
  readonly verdict: ProofVerdict;
  readonly checks: readonly {
    readonly check: 'totals' | 'rates' | 'communes' | 'past' | 'overnight';
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

/** Colours that change, by place and side. */
export interface ColourWords {
  readonly cut: string;
  readonly moves: readonly {
    readonly level: 'province' | 'commune';
    readonly side: 'reported' | 'operating';
    readonly changed: number;
    readonly improved: number;
    readonly regressed: number;
    readonly started: number;
    readonly stopped: number;
    readonly units: readonly string[];
  }[];
}

/** A heading, and a line for each level and side of which colours change, with the first units by name. */
export function colourLines(
  { cut, moves }: ColourWords,
  { t }: Pick<Translator, 't'>,
  names: { readonly unit: (code: string) => string; readonly cut: (code: string) => string },
): string[] {
  if (moves.length === 0) return [t('intake.colours.none', { cut: names.cut(cut) })];
  const lines = moves.map(({ level, side, units, ...counts }) => {
    const kinds = (['regressed', 'stopped', 'improved', 'started'] as const)
      .filter((kind) => counts[kind] > 0)
      .map((kind) => t(`intake.colours.${kind}`, { count: counts[kind] }));
    const more = counts.changed - units.length;
    const named = [
      ...units.map(names.unit),
      ...(more > 0 ? [t('intake.colours.more', { count: more })] : []),
    ];
    const values = { level, side, changed: counts.changed, kinds: kinds.join(', '), names: named.join(', ') };
    return t('intake.colours.move', values);
  });
  return [t('intake.colours.title', { cut: names.cut(cut) }), ...lines];
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
