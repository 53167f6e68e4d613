import { useTopAlerts } from './use-top-alerts.ts';

/** How many critical alerts wait for somebody at the cut on screen; undefined until known. */
export function useAlertCount(): number | undefined {
  return useTopAlerts().data?.bySeverity.critical;
}
