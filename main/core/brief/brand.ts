import { readSetting, writeSetting } from '#main/core/ground/settings/store.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { type BrandDto, brand } from '#shared/contract/brand.ts';
import { READABLE_CONTRAST } from '#shared/contract/choices.ts';
import { UserError } from '#shared/contract/errors.ts';
import { contrast } from '#shared/domain/colours.ts';
import type { Brand, Briefing } from './description.ts';
import { PAGE_COLOURS } from './palette.ts';

const KEY = 'briefing.brand';
const NONE: BrandDto = { organisation: null, accent: null, band: null, logo: null };

/** What is set; what an older version left and this one cannot read counts as not set. */
export function readBrand(database: ReadDatabase): BrandDto {
  return brand.safeParse(readSetting(database, KEY)).data ?? NONE;
}

/** Keeps the brand. BRAND_REFUSED when words in its colour could not be read. */
export function saveBrand(database: WriteDatabase, next: BrandDto): BrandDto {
  if (next.accent !== null && contrast(next.accent, PAGE_COLOURS.paper) < READABLE_CONTRAST) {
    throw new UserError('BRAND_REFUSED', {
      reason: 'contrast',
      found: contrast(next.accent, PAGE_COLOURS.paper).toFixed(1),
      least: READABLE_CONTRAST,
    });
  }
  writeSetting(database, KEY, next);
  return next;
}

/** The brand as the writers use it. */
function brandOf(set: BrandDto): Brand {
  return {
    accent: set.accent ?? PAGE_COLOURS.accent,
    band: set.band ?? set.accent ?? PAGE_COLOURS.accent,
    logo: set.logo,
  };
}

/** A briefing in the house's name and colours; series without a judgement wear its accent. */
export function inBrand(briefing: Briefing, set: BrandDto): Briefing {
  return { ...briefing, organisation: set.organisation ?? briefing.organisation, brand: brandOf(set) };
}
