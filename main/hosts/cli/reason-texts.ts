import type { Client } from '#shared/contract/contract.ts';
import type { StatusReportDto } from '#shared/contract/status.ts';
import type { ReasonDto } from '#shared/contract/words.ts';
import { parseCutCode } from '#shared/domain/cuts.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { cutNameOfCode, type ReasonNames, reasonText } from '#shared/text/reason-text.ts';
import { createTranslator } from '#shared/text/translator.ts';

type ReasonWithText = ReasonDto & { readonly text: string; readonly textEn: string };
type Unit = NonNullable<StatusReportDto['unit']>;

/** The report with every reason of its unit also as a sentence, in Vietnamese and in English. */
export async function withReasonTexts(report: StatusReportDto, client: Client) {
  if (report.unit === null) return report;
  const say = await reasonSayer(client, report.cut.id);
  const unit: Omit<Unit, 'reasons'> & { reasons: ReasonWithText[] } = {
    ...report.unit,
    reasons: report.unit.reasons.map(say),
  };
  return { ...report, unit };
}

/** Says a reason in both languages. */
export type ReasonSayer = (reason: ReasonDto) => ReasonWithText;

/** A sayer with the names of units, tasks, indicators and cuts as they are at the cut. */
export async function reasonSayer(client: Client, cut: string): Promise<ReasonSayer> {
  const [vi, en] = [await readNames(cut, client, 'vi'), await readNames(cut, client, 'en')];
  const translators = { vi: createTranslator('vi'), en: createTranslator('en') };
  return (reason) => ({
    ...reason,
    text: reasonText(reason, translators.vi, vi),
    textEn: reasonText(reason, translators.en, en),
  });
}

/** What people call cuts, by their codes. */
export async function cutLabels(client: Client): Promise<(code: string) => string | null> {
  const labels = new Map((await client.cuts.list({ months: true })).map(({ id, label }) => [id, label]));
  return (code) => labels.get(code) ?? null;
}

/** The units of the cut, and before them those that are no more by then, or not yet. */
async function unitsAround(client: Client, cut: string): Promise<readonly Named[]> {
  const asOf = parseCutCode(cut)?.asOf;
  const day = asOf === undefined ? {} : { date: vietnamDay(asOf) };
  const { units, others } = await client.units.list({ ...day, others: true });
  return [...others, ...units];
}

type Named = { readonly code: string; readonly name: string; readonly nameEn: string };

async function readNames(cut: string, client: Client, locale: 'vi' | 'en'): Promise<ReasonNames> {
  const named = (list: readonly Named[]) => {
    const names = new Map(list.map((one) => [one.code, locale === 'vi' ? one.name : one.nameEn]));
    return (code: string) => names.get(code);
  };
  const units = await unitsAround(client, cut);
  const { tasks } = await client.plan.tasks({ cut });
  const speaker = { ...createTranslator(locale), cutLabel: await cutLabels(client) };
  return {
    unit: named(units),
    task: named(tasks),
    indicator: named(await client.plan.indicators()),
    cut: (code) => cutNameOfCode(code, speaker) ?? undefined,
  };
}
