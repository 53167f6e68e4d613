import type { Client } from '#shared/contract/contract.ts';
import type { StatusReportDto } from '#shared/contract/status.ts';
import type { ReasonDto } from '#shared/contract/words.ts';
import { cutName, type ReasonNames, reasonText } from '#shared/text/reason-text.ts';
import { createTranslator } from '#shared/text/translator.ts';

type ReasonWithText = ReasonDto & { readonly text: string; readonly textEn: string };
type Unit = NonNullable<StatusReportDto['unit']>;

/** The report with every reason of its unit also as a sentence, in Vietnamese and in English. */
export async function withReasonTexts(report: StatusReportDto, client: Client) {
  if (report.unit === null) return report;
  const [vi, en] = [await readNames(report, client, 'vi'), await readNames(report, client, 'en')];
  const say = (reason: ReasonDto): ReasonWithText => ({
    ...reason,
    text: reasonText(reason, createTranslator('vi'), vi),
    textEn: reasonText(reason, createTranslator('en'), en),
  });
  const unit: Omit<Unit, 'reasons'> & { reasons: ReasonWithText[] } = {
    ...report.unit,
    reasons: report.unit.reasons.map(say),
  };
  return { ...report, unit };
}

type Named = { readonly code: string; readonly name: string; readonly nameEn: string };

async function readNames(report: StatusReportDto, client: Client, locale: 'vi' | 'en'): Promise<ReasonNames> {
  const translator = createTranslator(locale);
  const named = (list: readonly Named[]) => {
    const names = new Map(list.map((one) => [one.code, locale === 'vi' ? one.name : one.nameEn]));
    return (code: string) => names.get(code);
  };
  const { units } = await client.units.list({});
  const { tasks } = await client.plan.tasks({ cut: report.cut.id });
  const cuts = new Map((await client.cuts.list()).map((cut) => [cut.id, cutName(cut, translator)]));
  return {
    unit: named(units),
    task: named(tasks),
    indicator: named(await client.plan.indicators()),
    cut: (code) => cuts.get(code),
  };
}
