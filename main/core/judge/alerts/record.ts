import type { AlertCut, AlertHandling, AlertRecord } from '#shared/domain/alerts/life-cycle.ts';
import type { AlertState } from '#shared/domain/model.ts';
import type { Reading } from './reading-store.ts';

/** The record as the life cycle knows it, standing at the cut of the reading. */
export function recordAt(reading: Reading, { code, asOf }: AlertCut): AlertRecord {
  const { rule, state, severity, held, heldCuts, clear, heldOn, clearOn, firedCut, since } = reading;
  const handling = reading.handling === null ? null : (JSON.parse(reading.handling) as AlertHandling);
  const lastCut = { code, asOf };
  const phase = phaseOf(state);
  const counted = { held, heldCuts, clear, heldOn, clearOn };
  return { rule, state, phase, severity, ...counted, firedCut, sinceCut: since, lastCut, handling };
}

function phaseOf(state: AlertState): AlertRecord['phase'] {
  return state === 'acknowledged' || state === 'snoozed' ? 'firing' : state;
}
