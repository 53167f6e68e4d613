import type { EntryDraftDto, EntryVerdictDto } from '#shared/contract/entry.ts';
import type { Figure } from '#shared/domain/model.ts';
import {
  cellKey,
  figureKey,
  type GridColumn,
  type GridDraft,
  type GridModel,
  type GridPlace,
  type MovedItem,
} from './grid-model.ts';
import { blockOf, inside, rowsBetween, type Selection } from './selection.ts';

/** ready: keys move; typing: began by a letter, arrows take over and move; editing: by F2, arrows move in the text. */
export type Mode = 'ready' | 'typing' | 'editing';

interface TypedCell {
  readonly text: string;
  readonly aside: string | null;
}

export interface CellChange {
  readonly unit: string;
  readonly column: GridColumn;
  /** Empty: nothing typed. */
  readonly text: string;
}

export interface UnsavedCell {
  readonly unit: string;
  readonly column: GridColumn;
  readonly text: string;
  /** What the stored draft held when this was typed. */
  readonly before: string;
}

interface Step {
  readonly key: string;
  readonly unit: string;
  readonly column: GridColumn;
  readonly before: string;
  readonly after: string;
}

const STEPS_KEPT = 500;

/**
 * What the grid shows and what is typed into it, outside of React: a key changes two rows and not the screen. Whoever draws
 * a row listens to its version. `unit` is the code that a row bears: of a unit, or of a task in the grid of tasks.
 */
export class EntryState {
  #model: GridModel;
  readonly #cells = new Map<string, TypedCell>();
  readonly #stored = new Map<string, string>();
  readonly #unsaved = new Map<string, { readonly unit: string; readonly column: GridColumn }>();
  readonly #verdicts = new Map<string, readonly EntryVerdictDto[]>();
  readonly #readings = new Map<string, Figure>();
  readonly #others = new Map<string, EntryDraftDto['others']>();
  readonly #moved = new Map<string, MovedItem>();
  readonly #listeners = new Set<() => void>();
  readonly #rowVersions: number[] = [];
  readonly #rowContents: number[] = [];
  /** What F2 opened: left as it is, nothing was typed. */
  #opened: string | null = null;
  #done: Step[][] = [];
  #undone: Step[][] = [];
  #version = 0;
  #contentVersion = 0;
  selection: Selection = { active: { row: 0, column: 0 }, anchor: { row: 0, column: 0 } };
  mode: Mode = 'ready';
  /** What stands in the field of the cell that is edited. */
  text = '';
  /** The cell with the keyboard takes the focus when it is drawn. */
  wantsFocus = false;
  /** Verdicts of the text that is being typed; null when none is. */
  live: readonly EntryVerdictDto[] | null = null;
  /** Called after every change of what is typed. */
  onTyped: () => void = () => undefined;

  constructor(model: GridModel) {
    this.#model = model;
  }

  get model(): GridModel {
    return this.#model;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  version = (): number => this.#version;
  contentVersion = (): number => this.#contentVersion;
  rowVersion = (row: number): number => this.#rowVersions[row] ?? 0;
  /** Of what the cells of a row say, wherever the keyboard is: what is being typed is not in it yet. */
  rowContent = (row: number): number => this.#rowContents[row] ?? 0;

  #touch(...rows: readonly number[]): void {
    for (const row of rows) this.#rowVersions[row] = this.rowVersion(row) + 1;
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  #touchContent(rows: readonly number[]): void {
    this.#contentVersion += 1;
    for (const row of rows) this.#rowContents[row] = this.rowContent(row) + 1;
    this.#touch(...rows);
  }

  #touchAll(): void {
    this.#touchContent([...this.#model.rows.keys()]);
  }

  #touchUnits(units: Iterable<string>): void {
    const all = new Set(units);
    this.#touchContent([...this.#model.rows.keys()].filter((row) => all.has(this.#model.rows[row] ?? '')));
  }

  /** Other figures in force under the same draft. */
  setModel(model: GridModel): void {
    if (model === this.#model) return;
    this.#model = model;
    const size = { rows: model.rows.length, columns: model.columns.length };
    const { active, anchor } = this.selection;
    this.selection = { active: inside(active, size), anchor: inside(anchor, size) };
    this.#touchAll();
  }

  /** Takes over what the engine knows of the draft; what is not saved yet stays as typed here. */
  setDraft(draft: GridDraft): void {
    const kept = new Set(this.#unsaved.keys());
    for (const key of [...this.#cells.keys()]) if (!kept.has(key)) this.#cells.delete(key);
    this.#stored.clear();
    for (const cell of draft.cells) {
      const key = cellKey(cell.unit, cell);
      this.#stored.set(key, cell.text);
      if (!kept.has(key)) this.#cells.set(key, cell);
    }
    fill(this.#others, draft.others, (one) => cellKey(one.unit, one));
    this.#moved.clear();
    for (const one of draft.moved) this.#moved.set(figureKey(one.unit, one.indicator), one);
    fill(this.#verdicts, draft.verdicts, (one) => figureKey(one.unit, one.indicator));
    this.#setReadings(draft.readings, true);
    this.#touchAll();
  }

  #setReadings(readings: GridDraft['readings'], isAll: boolean): void {
    if (isAll) this.#readings.clear();
    for (const one of readings) this.#readings.set(figureKey(one.unit, one.indicator), one);
  }

  /** What of the draft is not saved yet. */
  unsaved(): UnsavedCell[] {
    return [...this.#unsaved].map(([key, { unit, column }]) => ({
      ...{ unit, column },
      text: this.#cells.get(key)?.text ?? '',
      before: this.#stored.get(key) ?? '',
    }));
  }

  /** What became of cells that were sent: what was typed anew meanwhile stays to be sent. */
  saved(sent: readonly UnsavedCell[], answer: Pick<GridDraft, 'cells' | 'verdicts' | 'readings'>): void {
    const now = new Map(answer.cells.map((cell) => [cellKey(cell.unit, cell), cell]));
    for (const { unit, column, text } of sent) {
      const key = cellKey(unit, column);
      const cell = now.get(key);
      if (cell === undefined) this.#stored.delete(key);
      else this.#stored.set(key, cell.text);
      if ((this.#cells.get(key)?.text ?? '') !== text) continue;
      this.#unsaved.delete(key);
      if (cell === undefined) this.#cells.delete(key);
      else this.#cells.set(key, cell);
    }
    for (const { unit, column } of sent) {
      this.#verdicts.delete(figureKey(unit, column.indicator));
      this.#readings.delete(figureKey(unit, column.indicator));
    }
    for (const one of answer.verdicts) {
      const key = figureKey(one.unit, one.indicator);
      this.#verdicts.set(key, [...(this.#verdicts.get(key) ?? []), one]);
    }
    this.#setReadings(answer.readings, false);
    this.#touchUnits(sent.map(({ unit }) => unit));
  }

  columnAt(column: number): GridColumn {
    const found = this.#model.columns[column] ?? this.#model.columns[0];
    if (found === undefined) throw new Error('The grid has no column');
    return found;
  }

  unitAt(row: number): string {
    return this.#model.rows[row] ?? '';
  }

  cell(unit: string, column: GridColumn): TypedCell | undefined {
    return this.#cells.get(cellKey(unit, column));
  }

  /** Typed, else in force. */
  textOf(unit: string, column: GridColumn): string {
    return this.cell(unit, column)?.text ?? this.#model.textInForce(unit, column);
  }

  isLocked(unit: string, column: GridColumn): boolean {
    return !this.#model.isAsked(unit, column.indicator);
  }

  others(unit: string, column: GridColumn): EntryDraftDto['others'] {
    return this.#others.get(cellKey(unit, column)) ?? [];
  }

  moved(unit: string, indicator: string): MovedItem | undefined {
    return this.#moved.get(figureKey(unit, indicator));
  }

  reading(unit: string, indicator: string): Figure | undefined {
    return this.#readings.get(figureKey(unit, indicator));
  }

  /** Verdicts of a cell: those of its figure that are about it, or about no part of it. */
  verdicts(unit: string, column: GridColumn): readonly EntryVerdictDto[] {
    const all = this.#verdicts.get(figureKey(unit, column.indicator)) ?? [];
    return all.filter(({ part }) => part === null || part === column.part);
  }

  counts(): { readonly cells: number; readonly errors: number; readonly questions: number } {
    const all = [...this.#verdicts.values()].flat();
    const errors = all.filter(({ severity }) => severity === 'error').length;
    const asides = [...this.#cells.values()].filter(({ aside }) => aside !== null).length;
    return {
      cells: [...this.#cells.values()].filter(({ text }) => text !== '').length,
      errors,
      questions: all.length - errors + this.#moved.size + asides,
    };
  }

  /** Who else types here, and how many cells each. */
  otherPeople(): readonly { readonly who: string; readonly cells: number }[] {
    const people = new Map<string, number>();
    for (const { who } of [...this.#others.values()].flat()) people.set(who, (people.get(who) ?? 0) + 1);
    return [...people].map(([who, cells]) => ({ who, cells }));
  }

  isToLookAt(unit: string, column: GridColumn): boolean {
    return (
      this.verdicts(unit, column).length > 0 ||
      this.moved(unit, column.indicator) !== undefined ||
      this.cell(unit, column)?.aside != null
    );
  }

  move(to: GridPlace, options: { readonly extend?: boolean; readonly focus?: boolean } = {}): void {
    this.#commitText();
    const active = inside(to, { rows: this.#model.rows.length, columns: this.#model.columns.length });
    const before = blockOf(this.selection);
    this.selection = { active, anchor: options.extend === true ? this.selection.anchor : active };
    this.wantsFocus = options.focus !== false;
    const after = blockOf(this.selection);
    this.#touch(...rowsBetween(before), ...rowsBetween(after));
  }

  select(selection: Selection): void {
    this.#commitText();
    const before = blockOf(this.selection);
    this.selection = selection;
    this.wantsFocus = true;
    this.#touch(...rowsBetween(before), ...rowsBetween(blockOf(selection)));
  }

  /** The text of the field has changed. */
  type(text: string): void {
    if (this.mode === 'ready') {
      this.mode = 'typing';
      this.#opened = null;
    }
    this.text = text;
    this.live = null;
    this.#touch(this.selection.active.row);
  }

  setLive(text: string, verdicts: readonly EntryVerdictDto[]): void {
    if (this.mode === 'ready' || text !== this.text) return;
    this.live = verdicts;
    this.#touch(this.selection.active.row);
  }

  edit(text: string): void {
    this.mode = 'editing';
    this.text = text;
    this.#opened = text;
    this.#touch(this.selection.active.row);
  }

  cancel(): void {
    this.mode = 'ready';
    this.live = null;
    this.wantsFocus = true;
    this.#touch(this.selection.active.row);
  }

  /** Takes over what stands in the field. */
  commit(): void {
    this.#commitText();
    this.#touch(this.selection.active.row);
  }

  #commitText(): void {
    if (this.mode === 'ready') return;
    const { row, column } = this.selection.active;
    this.mode = 'ready';
    this.live = null;
    if (this.text === this.#opened) return;
    this.change([{ unit: this.unitAt(row), column: this.columnAt(column), text: this.text }]);
  }

  /** Types into cells, as one step that can be undone. What is in force already and not typed over is left out. */
  change(changes: readonly CellChange[]): void {
    const steps = changes.flatMap(({ unit, column, text }) => {
      if (this.isLocked(unit, column)) return [];
      const key = cellKey(unit, column);
      const before = this.#cells.get(key)?.text ?? '';
      const settled = this.#model.settle(column, text);
      const isInForce = before === '' && settled === this.#model.textInForce(unit, column);
      if (settled === before || isInForce) return [];
      return [{ key, unit, column, before, after: settled }];
    });
    if (steps.length === 0) return;
    this.#done = [...this.#done, steps].slice(-STEPS_KEPT);
    this.#undone = [];
    this.#apply(steps.map((step) => ({ ...step, text: step.after })));
  }

  #apply(changes: readonly (CellChange & { readonly key: string })[]): void {
    for (const { key, unit, column, text } of changes) {
      if (text === '') this.#cells.delete(key);
      else this.#cells.set(key, { text, aside: null });
      this.#unsaved.set(key, { unit, column });
    }
    this.#touchUnits(changes.map(({ unit }) => unit));
    this.onTyped();
  }

  /** Takes the last step back and shows where; false when there is none. */
  undo(): boolean {
    const steps = this.#done.at(-1);
    if (steps === undefined) return false;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, steps];
    this.#apply(steps.map((step) => ({ ...step, text: step.before })));
    this.#show(steps);
    return true;
  }

  redo(): boolean {
    const steps = this.#undone.at(-1);
    if (steps === undefined) return false;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, steps];
    this.#apply(steps.map((step) => ({ ...step, text: step.after })));
    this.#show(steps);
    return true;
  }

  #show(steps: readonly Step[]): void {
    const [first] = steps;
    if (first === undefined) return;
    const row = this.#model.rows.indexOf(first.unit);
    const column = this.#model.columns.indexOf(first.column);
    if (row >= 0 && column >= 0) this.move({ row, column });
  }

  /** Chooses one of two texts that two windows wrote into one cell. */
  settle(unit: string, column: GridColumn, text: string): void {
    const key = cellKey(unit, column);
    this.#apply([{ key, unit, column, text }]);
  }

  /** After a draft was committed or thrown away there is nothing to take back. */
  forgetSteps(): void {
    this.#done = [];
    this.#undone = [];
  }
}

function fill<One>(
  map: Map<string, readonly One[]>,
  list: readonly One[],
  keyOf: (one: One) => string,
): void {
  map.clear();
  for (const one of list) {
    const key = keyOf(one);
    map.set(key, [...(map.get(key) ?? []), one]);
  }
}
