import type { IndicatorKind, TaskPhase, TaskScope, UnitKind } from '#shared/domain/model.ts';

/** A public source names it, or it is ours so that every screen has something to show. */
export type Origin = 'published' | 'illustrative';

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

export interface CataloguePhase {
  readonly code: TaskPhase;
  readonly name: string;
  readonly nameEn: string;
  readonly start: string;
  readonly end: string;
}

export interface CatalogueGroup {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly shortNameEn: string;
}

/** Target of a ratio: fraction 0..1; of a count: per commune and month. */
export interface CatalogueTaskOutput {
  readonly indicator: string;
  readonly target: number;
}

/** `group` is null where the public report names a task without its group. `start`, `deadline`: yyyy-mm-dd. */
export interface CatalogueTask {
  readonly code: string;
  readonly group: string | null;
  readonly phase: TaskPhase;
  readonly name: string;
  readonly nameEn: string;
  readonly leadAgency: string;
  readonly leadAgencyEn: string;
  readonly scope: TaskScope;
  readonly start: string;
  readonly deadline: string;
  readonly outputs: readonly CatalogueTaskOutput[];
  readonly origin: Origin;
  readonly source?: string;
}

export interface PlanCatalogue {
  readonly version: string;
  readonly name: string;
  readonly nameEn: string;
  readonly phases: readonly CataloguePhase[];
  readonly groups: readonly CatalogueGroup[];
  readonly tasks: readonly CatalogueTask[];
}

/**
 * Thresholds of a ratio are fractions; of a count they are per commune and month; of a criterion they are
 * the share of communes that meet it (a single commune has 1 or 0, so the same numbers hold for it).
 */
export interface CatalogueIndicator {
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly direction: 'up' | 'down';
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly shortNameEn: string;
  readonly definition: string;
  readonly definitionEn: string;
  readonly unitLabel: string;
  readonly unitLabelEn: string;
  readonly greenFrom: number;
  readonly yellowFrom: number;
  readonly weight: number;
  /** A place where it is RED is at best YELLOW, by the rule set that a new workspace begins with. */
  readonly decisive?: boolean;
  readonly origin: Origin;
  readonly source: string;
}

export interface IndicatorCatalogue {
  readonly version: string;
  readonly indicators: readonly CatalogueIndicator[];
}

/** A cause from the public reports and the indicators whose poor figures it explains. */
export interface DifficultyCategory {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly indicators: readonly string[];
}

export interface DifficultyCatalogue {
  readonly version: string;
  readonly categories: readonly DifficultyCategory[];
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

/** Everything that is built in and the same on every machine. */
export interface Catalogue {
  readonly units: UnitCatalogue;
  readonly plan: PlanCatalogue;
  readonly indicators: IndicatorCatalogue;
  readonly difficulties: DifficultyCatalogue;
  readonly published: PublishedCatalogue;
}
