import type { Day } from './periods.ts';
import { dayFault, neededText, type ReportDays, type ReportFault } from './report-fault.ts';

export const DOCUMENT_KINDS = ['plan', 'decision', 'dispatch', 'report', 'guidance'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A document that a body issued; what it did not say is null. */
export interface DocumentGiven {
  readonly kind: DocumentKind | null;
  readonly number: string | null;
  readonly title: string | null;
  readonly issuedOn: string | null;
}

export interface DocumentValue {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly title: string;
  readonly issuedOn: Day;
}

/** The one verdict on a document, however it came. */
export function evaluateDocument(
  given: DocumentGiven,
  days: ReportDays,
): { readonly value: DocumentValue | null; readonly faults: readonly ReportFault<keyof DocumentGiven>[] } {
  const { kind, number, title, issuedOn } = given;
  const faults = [
    ...neededText('kind', kind),
    ...neededText('number', number),
    ...neededText('title', title),
    ...(issuedOn === null ? neededText('issuedOn', issuedOn) : dayFault('issuedOn', issuedOn, days)),
  ];
  if (faults.length > 0 || kind === null || number === null || title === null || issuedOn === null)
    return { value: null, faults };
  return { value: { kind, number, title, issuedOn }, faults };
}
