/** What a boundary file of the application holds, as far as drawing needs it (TopoJSON, quantised). */
export interface TopologyFile {
  readonly transform: {
    readonly scale: readonly [number, number];
    readonly translate: readonly [number, number];
  };
  readonly objects: { readonly provinces: FileCollection; readonly communes: FileCollection };
  /** Each arc: its first point in grid steps, then differences. */
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
}

export interface FileCollection {
  readonly geometries: readonly FileGeometry[];
}

/** Outer rings run clockwise (land on the right hand), holes the other way; `~n` is arc n walked backwards. */
export type FileGeometry =
  | { readonly type: 'Polygon'; readonly id: string; readonly arcs: readonly (readonly number[])[] }
  | {
      readonly type: 'MultiPolygon';
      readonly id: string;
      readonly arcs: readonly (readonly (readonly number[])[])[];
    };

/** Every ring of a geometry, holes included. */
export function fileRings(geometry: FileGeometry): readonly (readonly number[])[] {
  return geometry.type === 'Polygon' ? geometry.arcs : geometry.arcs.flat();
}
