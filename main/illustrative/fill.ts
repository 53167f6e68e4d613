import { countOwed } from '#main/core/ground/calendar/owed-store.ts';
import { insertRevision } from '#main/core/ground/calendar/store.ts';
import type { Catalogue } from '#main/core/ground/catalogue/catalogue.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { builtInCalendar } from './calendar.ts';
import { insertCriteria, planCriteria } from './criteria-store.ts';
import { insertDeliveries } from './deliveries.ts';
import { insertDifficulties } from './difficulties.ts';
import { insertDocuments } from './documents.ts';
import { insertOutputs, OUTPUT_COUNT } from './output-store.ts';
import { createProvenance } from './provenance-store.ts';
import { markPublishedCriteria } from './published-criteria-store.ts';
import { insertTaskReports } from './task-rows.ts';
import { createWorld } from './world.ts';

/**
 * Fills a database that holds the catalogue and no cut with the illustrative half year of 2025: the same rows on
 * every machine. Figures that public reports print are arranged so that counting the rows gives them, and rest
 * on the publication as their source; all else is marked illustrative. The caller's transaction holds it.
 * Statuses and alerts are not computed here.
 */
export function fillIllustrativeData(database: WriteDatabase, catalogue: Catalogue): void {
  const world = createWorld(database, catalogue);
  const provenance = createProvenance(database, catalogue);
  const masks = planCriteria(world);
  const statusRuns = world.statusCuts.map((cut) =>
    insertDeliveries(database, world, cut, provenance, world.criteria.length),
  );
  insertCriteria(database, world, masks, statusRuns);
  markPublishedCriteria(database, world, provenance);
  const monthRuns = world.monthCuts.map((cut) =>
    insertDeliveries(database, world, cut, provenance, OUTPUT_COUNT),
  );
  insertOutputs(database, world, masks, monthRuns, provenance);
  insertTaskReports(database, world, statusRuns, provenance);
  for (const cut of [...world.statusCuts, ...world.monthCuts]) countOwed(database, cut);
  insertRevision(database, builtInCalendar());
  insertDifficulties(database, world, catalogue, masks, provenance);
  insertDocuments(database, world, provenance);
}
