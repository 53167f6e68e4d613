import { stopWhenAsked } from '#main/core/work/progress.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { ProvinceFiguresDto } from '#shared/contract/status.ts';
import type { UnitDto, UnitProfileDto } from '#shared/contract/units.ts';
import { boundsByPlace, type StatusBounds } from '#shared/domain/bounds.ts';
import type { OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';
import {
  type AlertFacts,
  type DifficultyFact,
  type Facts,
  gatherAlerts,
  gatherDifficulties,
} from './facts.ts';

export interface CommuneFact extends UnitDto {
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
  /** The colours between which an undetermined status lies. */
  readonly bounds: StatusBounds | undefined;
  readonly gapSteps: number | null;
  readonly missing: number | null;
}

/** Everything of one province's sheet, beside the facts of the country. */
export interface ProvinceFacts extends Facts {
  readonly figures: ProvinceFiguresDto;
  readonly profile: UnitProfileDto;
  /** In code order. */
  readonly communes: readonly CommuneFact[];
  /** Communes reported better than they operate. */
  readonly inGap: number;
  readonly alerts: AlertFacts;
  readonly difficulties: readonly DifficultyFact[];
}

/**
 * All communes at the cut with their statuses, in code order: asked for once for all provinces. UserError
 * UNIT_UNKNOWN when one of them is no unit of the cut: a table without it would be short, and not say so.
 */
export async function gatherCommunes(client: Client, facts: Facts): Promise<CommuneFact[]> {
  const columns = await client.map.statuses({ cut: facts.now.cut.id, level: 'commune' });
  const units = new Map(facts.units.map((unit) => [unit.code, unit]));
  const bounds = boundsByPlace(columns.undetermined);
  return columns.codes.map((code, index) => {
    const unit = units.get(code);
    if (unit === undefined) throw new UserError('UNIT_UNKNOWN', { code });
    return {
      ...unit,
      reported: columns.reported[index] ?? 'notReported',
      operating: columns.operating[index] ?? 'noEvidence',
      bounds: bounds.get(index),
      gapSteps: columns.gapSteps[index] ?? null,
      missing: columns.missing[index] ?? null,
    };
  });
}

/** The facts of one province. UserError UNIT_UNKNOWN when the code is not a province of the cut. */
export async function gatherProvince(
  client: Client,
  facts: Facts,
  allCommunes: readonly CommuneFact[],
  code: string,
  signal?: AbortSignal,
): Promise<ProvinceFacts> {
  stopWhenAsked(signal);
  const figures = facts.now.provinces.find((province) => province.code === code);
  if (figures === undefined) throw new UserError('UNIT_UNKNOWN', { code });
  const cut = facts.now.cut.id;
  const communes = allCommunes.filter((commune) => commune.parent === code);
  return {
    ...facts,
    figures,
    communes,
    profile: await client.units.profile({ code, cut }),
    inGap: communes.filter((commune) => (commune.gapSteps ?? 0) > 0).length,
    alerts: await gatherAlerts(client, cut, code),
    difficulties: await gatherDifficulties(client, cut, code),
  };
}
