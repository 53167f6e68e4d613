import type { StatusReportDto } from '#shared/contract/status.ts';

/** The country's map, as large as the display. */
export function MapScene(_props: { readonly report: StatusReportDto }) {
  return <div />;
}
