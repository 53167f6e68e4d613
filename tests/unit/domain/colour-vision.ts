/** sRGB as linear light, simulated for three kinds of colour blindness, then as OKLab x 100. */
type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const NORMAL: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
// Machado, Oliveira, Fernandes 2009, severity 1.0, for linear RGB.
export const VISIONS: Readonly<Record<string, Matrix>> = {
  normal: NORMAL,
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function times(matrix: Matrix, [x, y, z]: Triple): Triple {
  const row = ([a, b, c]: Triple) => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function linear(colour: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

// Björn Ottosson, A perceptual color space for image processing, 2020.
const TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_OKLAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

/** OKLab (lightness 0..100) of a colour #RRGGBB as somebody with this vision sees it. */
export function seenAs(colour: string, vision: Matrix = NORMAL): Triple {
  const [red, green, blue] = times(vision, linear(colour));
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  const [l, m, s] = times(TO_CONES, [clamp(red), clamp(green), clamp(blue)]);
  const [lightness, a, b] = times(TO_OKLAB, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)]);
  return [lightness * 100, a * 100, b * 100];
}

/** The smallest distance two colours have for any of the visions. */
export function smallestDistance(left: string, right: string): number {
  const distances = Object.values(VISIONS).map((vision) => {
    const [one, other] = [seenAs(left, vision), seenAs(right, vision)];
    return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
  });
  return Math.min(...distances);
}
