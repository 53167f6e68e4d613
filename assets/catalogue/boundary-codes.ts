import type { CatalogueCommune } from '#main/core/ground/catalogue/catalogue.ts';
import type { Problem } from './csv.ts';

interface Keyed {
  readonly id?: unknown;
  readonly properties?: { readonly code?: unknown } | null;
}

/** Codes (id or properties.code) of every feature of a GeoJSON collection or TopoJSON topology. */
function boundaryCodes(text: string): Set<string> {
  const source = JSON.parse(text) as {
    features?: readonly Keyed[];
    objects?: Readonly<Record<string, Keyed & { geometries?: readonly Keyed[] }>>;
  };
  const keyed =
    source.features ?? Object.values(source.objects ?? {}).flatMap((object) => object.geometries ?? [object]);
  return new Set(keyed.map(({ id, properties }) => String(properties?.code ?? id ?? '')));
}

/** Reports communes without a boundary and boundaries without a commune. */
export function checkBoundaries(
  file: string,
  text: string,
  communes: readonly CatalogueCommune[],
  problems: Problem[],
): void {
  const drawn = boundaryCodes(text);
  for (const { code, name } of communes) {
    if (!drawn.delete(code))
      problems.push({
        file,
        line: 1,
        fault: `no boundary for ${code} ${name}`,
        fix: 'add it or correct the code',
      });
  }
  for (const code of drawn)
    problems.push({
      file,
      line: 1,
      fault: `boundary ${code} is no commune`,
      fix: 'add the commune to the communes file or remove the boundary',
    });
}
