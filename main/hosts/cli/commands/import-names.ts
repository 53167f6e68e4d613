import type { Client } from '#shared/contract/contract.ts';
import type { ProblemNames } from '#shared/text/intake-text.ts';
import { fullUnitName } from '#shared/text/unit-names.ts';

/** Names of units and indicators for the sentences of reports; cuts keep the codes that the options take. */
export async function readProblemNames(client: Client): Promise<ProblemNames> {
  const { units } = await client.units.list({});
  const unitNames = new Map(units.map((unit) => [unit.code, fullUnitName(unit, 'vi')]));
  const indicators = await client.plan.indicators();
  const indicatorNames = new Map(indicators.map(({ code, shortName }) => [code, shortName]));
  return {
    cut: (code) => code,
    unit: (code) => unitNames.get(code) ?? code,
    indicator: (code) => indicatorNames.get(code) ?? code,
  };
}
