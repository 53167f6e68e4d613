/** Hoàng Sa and Trường Sa: hundreds of km out, and shown in an inset of their own at every scale. */
export const ARCHIPELAGOS = ['20333', '22736'] as const;

/** The other special zones (đặc khu), islands without exception. */
export const OTHER_SPECIAL_ZONES = [
  '06994', // Vân Đồn
  '07192', // Cô Tô
  '11914', // Cát Hải
  '11948', // Bạch Long Vĩ
  '19742', // Cồn Cỏ
  '21548', // Lý Sơn
  '23272', // Phú Quý
  '26732', // Côn Đảo
  '31078', // Phú Quốc
  '31105', // Thổ Châu
  '31108', // Kiên Hải
] as const;

export interface Level {
  readonly file: `${string}.topo.json`;
  /** Points that matter less than this many metres are left out (weighted Visvalingam). */
  readonly metres: {
    /** Largest tolerance: a large rural commune. */
    readonly coarsest: number;
    /** Smallest tolerance: an urban ward, or a commune of islets. */
    readonly finest: number;
    /** Between the two: this share of the side of a square as large as the commune's parts are on average. */
    readonly shareOfSide: number;
    /** Special zones other than the two archipelagos: their islets are small and must stay. */
    readonly specialZones: number;
    readonly archipelagos: number;
  };
  /** Steps of the grid across the country (15.7° = 1,670 km). */
  readonly gridSteps: number;
}

/**
 * National and regional views, up to about 500 m a pixel (zoom 8): a pixel hides what is left out.
 * The grid step is 17 m.
 */
const COUNTRY: Level = {
  file: 'country.topo.json',
  metres: { coarsest: 400, finest: 100, shareOfSide: 0.12, specialZones: 150, archipelagos: 100 },
  gridSteps: 100_000,
};

/** From zoom 9: one province or commune fills the screen. The grid step is 1.7 m. */
const DETAIL: Level = {
  file: 'detail.topo.json',
  metres: { coarsest: 50, finest: 15, shareOfSide: 0.02, specialZones: 15, archipelagos: 5 },
  gridSteps: 1_000_000,
};

export const LEVELS: readonly Level[] = [COUNTRY, DETAIL];
