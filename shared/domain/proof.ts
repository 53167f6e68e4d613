/** How far a file proves itself; only the first two go in where nobody looks. */
export const PROOF_VERDICTS = ['proven', 'notes', 'look', 'refused'] as const;
export type ProofVerdict = (typeof PROOF_VERDICTS)[number];
