import type { UnitKind } from '#shared/domain/model.ts';
import type { Plan } from '#shared/domain/plan.ts';

/** The kind of a unit from a day on (`from` is yyyy-mm-dd in Asia/Ho_Chi_Minh), earliest first. */
export interface KindFrom {
  readonly from: string;
  readonly kind: UnitKind;
}

/** Longitude and latitude are WGS 84 degrees of the point where the label stands, inside the unit. */
export interface CatalogueProvince {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly areaKm2: number;
  readonly lon: number;
  readonly lat: number;
  readonly kinds: readonly KindFrom[];
}

export interface CatalogueCommune extends CatalogueProvince {
  readonly province: string;
  /** The same name with the tone mark placed the other way (Hòa / Hoà). */
  readonly otherSpelling?: string;
}

export interface UnitCatalogue {
  readonly version: string;
  readonly provinces: readonly CatalogueProvince[];
  readonly communes: readonly CatalogueCommune[];
}

export interface PublishedSource {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly publisher: string;
  /** yyyy-mm-dd */
  readonly publishedOn: string;
  readonly url?: string;
}

/** A figure as a public report prints it. `unit` and `indicator` are codes of the other catalogues. */
export interface PublishedFigure {
  readonly code: string;
  readonly source: string;
  readonly name: string;
  readonly nameEn: string;
  /** Cut code; absent where the figure belongs to no cut of ours. */
  readonly cut?: string;
  readonly unit?: string;
  readonly indicator?: string;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly units?: readonly string[];
  readonly indicators?: readonly string[];
  readonly note?: string;
}

export interface PublishedCatalogue {
  readonly version: string;
  readonly sources: readonly PublishedSource[];
  readonly figures: readonly PublishedFigure[];
}

/** Everything that is built in and the same on every machine: its plan is a plan file like any other. */
export interface Catalogue {
  readonly units: UnitCatalogue;
  readonly plan: Plan;
  readonly published: PublishedCatalogue;
}
