import { sha256 } from '#main/core/files/hash.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { foldText } from '#shared/text/fold.ts';
import { COUNTRY_CODE } from '#shared/text/unit-names.ts';
import type { Briefing } from './description.ts';

/** Digits of the content's SHA-256 that stand in a file name: enough to tell the snapshots of a year apart. */
const ID_DIGITS = 8;

/** Whatever pages call the country: files of one kind sort together. */
const COUNTRY = 'viet-nam';

/** Names the state of the data that a briefing shows: equal figures, words and rules give an equal id. */
function contentId(briefing: Briefing): string {
  const { kind, language, unit, cut, compareCut, asOf, pages } = briefing;
  const content = JSON.stringify([kind, language, unit, cut, compareCut, asOf, pages]);
  return sha256(content).slice(0, ID_DIGITS);
}

/**
 * kh02_province_ha-noi_2025-07-31_1a2b3c4d.pptx: what, where, as of when, and the first digits of the snapshot's id
 * where the figures are a snapshot file's, else of the content, as the workspace has no id; plain letters only.
 */
export function fileName(briefing: Briefing, extension: string): string {
  const unit = briefing.unit === COUNTRY_CODE ? COUNTRY : foldText(briefing.unitName).replaceAll(' ', '-');
  const id = briefing.snapshot?.slice(0, ID_DIGITS) ?? contentId(briefing);
  return `kh02_${briefing.kind}_${unit}_${vietnamDay(briefing.asOf)}_${id}.${extension}`;
}
