import imported from 'pptxgenjs';

// The package's types describe its CommonJS build, where the class is `.default`; Node loads its ES build, where
// the class itself is the default export.
export const Presentation = imported as unknown as typeof imported.default;
export type Deck = InstanceType<typeof Presentation>;
export type Slide = ReturnType<Deck['addSlide']>;
export type TextOptions = NonNullable<Parameters<Slide['addText']>[1]>;
export type TextRun = Exclude<Parameters<Slide['addText']>[0], string>[number];
export type TableRow = Parameters<Slide['addTable']>[0][number];
export type ChartOptions = NonNullable<Parameters<Slide['addChart']>[2]>;
