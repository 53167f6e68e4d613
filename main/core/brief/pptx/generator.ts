import imported from 'pptxgenjs';

type Imported = typeof imported;
// The package's types describe its CommonJS build, where the class is `.default`; Node and bundlers load its ES
// build, where the class itself is the default export.
type PresentationClass = Imported extends { readonly default: infer Class } ? Class : Imported;
export const Presentation = imported as unknown as PresentationClass;
export type Deck = InstanceType<typeof Presentation>;
export type Slide = ReturnType<Deck['addSlide']>;
export type TextOptions = NonNullable<Parameters<Slide['addText']>[1]>;
export type TableRow = Parameters<Slide['addTable']>[0][number];
