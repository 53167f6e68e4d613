import { idOf } from '#main/core/ground/catalogue/ids-store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import codes from '../../assets/illustrative/codes.json' with { type: 'json' };
import { PHU_LIEN } from './pins.ts';
import type { Provenance } from './provenance-store.ts';
import { cutAt, type World } from './world.ts';

/** The last week before the article of 8 November 2025. */
const WEEK = '2025-11-03';
const CRITERIA = [codes.signature, codes.team];

/** What the article says of Phù Liễn's criteria (all have signatures, the team stands) rests on the article. */
export function markPublishedCriteria(database: WriteDatabase, world: World, provenance: Provenance): void {
  const cut = world.statusCuts[cutAt(world, WEEK)];
  const unit = world.communes.find(({ code }) => code === PHU_LIEN);
  if (!cut || !unit) throw new Error(`No cut on ${WEEK} or no commune ${PHU_LIEN}`);
  const runId = provenance.published('mst-2025-11-08', cut, CRITERIA.length);
  const put = database.prepare(`
    INSERT OR REPLACE INTO observation (cut_id, indicator_id, unit_id, value, run_id) VALUES (?, ?, ?, 1, ?)`);
  for (const code of CRITERIA) put.run(cut.id, idOf(world.indicators, code), unit.unitId, runId);
}
