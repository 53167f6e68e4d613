import type { BrandDto } from '#shared/contract/brand.ts';
import type { BriefingKind } from '#shared/contract/choices.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { CutDto } from '#shared/contract/words.ts';
import type { Locale } from '#shared/text/format.ts';
import { inBrand } from './brand.ts';
import type { Briefing, Page } from './description.ts';
import { type Facts, type FactsOptions, gatherAlerts, gatherFacts, gatherNational } from './facts.ts';
import { type CommuneFact, gatherCommunes, gatherProvince } from './facts-province.ts';
import { frameWords } from './frame-words.ts';
import { alertsPage, difficultiesPage, onlinePage } from './pages/attention.ts';
import { changesPage, gapPage } from './pages/comparison.ts';
import { forecastPage, recommendationsPage } from './pages/outlook.ts';
import { provinceCriteriaPage, provinceMapPage, provinceSituationPage } from './pages/province.ts';
import { provinceWorkPage } from './pages/province-work.ts';
import { rankingPage } from './pages/ranking.ts';
import { gapReportPages, handoverPages, taskReportPages } from './pages/reports.ts';
import { mapPage, situationPage } from './pages/situation.ts';
import { groupsPage, overduePage } from './pages/work.ts';
import { PAGE_COLOURS } from './palette.ts';
import { createSay, type Say } from './say.ts';

/** The national briefing's twelve pages in their order. */
const NATIONAL_PAGES = [
  situationPage,
  mapPage,
  groupsPage,
  overduePage,
  rankingPage,
  gapPage,
  onlinePage,
  alertsPage,
  difficultiesPage,
  changesPage,
  forecastPage,
  recommendationsPage,
] as const;

const PROVINCE_PAGES = [
  provinceSituationPage,
  provinceMapPage,
  provinceCriteriaPage,
  provinceWorkPage,
] as const;

export interface BriefingOptions extends FactsOptions {
  readonly language: Locale;
  readonly kind: BriefingKind;
  /** A province's code; only the province briefing asks for it. */
  readonly unit?: string | undefined;
}

/**
 * One of the built-in briefings as data. UserErrors: CUT_UNKNOWN, UNIT_UNKNOWN (no such province), INPUT_INVALID
 * (a province briefing without a province), CANCELLED.
 */
export async function makeBriefing(client: Client, options: BriefingOptions): Promise<Briefing> {
  return withHouse(await makePlain(client, options), await gatherHouse(client));
}

/** What every briefing made here wears and says of where it comes from. */
export interface House {
  readonly brand: BrandDto;
  readonly snapshot: string | null;
}

/** Asks for it; once for many briefings. */
export async function gatherHouse(client: Client): Promise<House> {
  const open = await client.snapshots.current();
  return { brand: await client.briefing.brand(), snapshot: open?.report.manifest?.id ?? null };
}

export function withHouse(briefing: Briefing, { brand, snapshot }: House): Briefing {
  return { ...inBrand(briefing, brand), snapshot };
}

async function makePlain(client: Client, options: BriefingOptions): Promise<Briefing> {
  if (options.kind === 'national') return nationalBriefing(client, options);
  const facts = await gatherFacts(client, options);
  if (options.kind === 'province') {
    if (options.unit === undefined) throw new UserError('INPUT_INVALID', { problem: 'unit' });
    const communes = await gatherCommunes(client, facts);
    return provinceBriefing(client, facts, communes, options.unit, options);
  }
  const say = createSay(options.language, facts.names);
  const pages = await reportPages(client, facts, options.kind, say);
  return assemble(facts, say, {
    kind: options.kind,
    unit: 'VN',
    title: say.t(`briefing.kind.${options.kind}`, { plan: say.short(facts.plan) }),
    pages,
  });
}

async function reportPages(
  client: Client,
  facts: Facts,
  kind: 'gap' | 'tasks' | 'handover',
  say: Say,
): Promise<Page[]> {
  const words = frameWords(say);
  const cut = facts.now.cut.id;
  if (kind === 'tasks') return taskReportPages(facts, say, words);
  if (kind === 'handover') return handoverPages(facts, await gatherAlerts(client, cut), say, words);
  return gapReportPages(facts, await client.gap.get({ cut, level: 'commune' }), say, words);
}

async function nationalBriefing(client: Client, options: BriefingOptions): Promise<Briefing> {
  const facts = await gatherNational(client, options);
  const say = createSay(options.language, facts.names);
  const words = frameWords(say);
  return assemble(facts, say, {
    kind: 'national',
    unit: 'VN',
    title: say.t('briefing.kind.national', { plan: say.short(facts.plan) }),
    pages: NATIONAL_PAGES.map((build) => build(facts, say, words)),
  });
}

/** One province's briefing from facts that were asked for once for all provinces. */
export async function provinceBriefing(
  client: Client,
  facts: Facts,
  communes: readonly CommuneFact[],
  unit: string,
  options: { readonly language: Locale; readonly signal?: AbortSignal | undefined },
): Promise<Briefing> {
  const province = await gatherProvince(client, facts, communes, unit, options.signal);
  const say = createSay(options.language, facts.names);
  const words = frameWords(say);
  return assemble(facts, say, {
    kind: 'province',
    unit,
    title: say.t('briefing.kind.province', { unit: say.unit(unit), plan: say.short(facts.plan) }),
    pages: PROVINCE_PAGES.map((build) => build(province, say, words)),
  });
}

/** Pages with the cover facts of their briefing. */
function assemble(
  facts: Facts,
  say: Say,
  parts: {
    readonly kind: BriefingKind;
    readonly unit: string;
    readonly title: string;
    readonly pages: readonly Page[];
  },
): Briefing {
  const timeOf = ({ asOf, label }: CutDto) =>
    label === null ? say.format.dateTime(asOf) : `${say.format.dateTime(asOf)} (${label})`;
  const time = timeOf(facts.now.cut);
  const before = facts.before === null ? null : timeOf(facts.before.cut);
  return {
    ...parts,
    language: say.locale,
    subtitle:
      before === null
        ? say.t('briefing.subtitle', { time })
        : say.t('briefing.subtitle.compare', { time, before }),
    organisation: say.t('briefing.organisation', { plan: say.short(facts.plan) }),
    brand: { accent: PAGE_COLOURS.accent, band: PAGE_COLOURS.accent, logo: null },
    snapshot: null,
    unitName: say.unit(parts.unit),
    cut: facts.now.cut.id,
    compareCut: facts.before?.cut.id ?? null,
    asOf: facts.now.cut.asOf,
    words: frameWords(say),
  };
}
