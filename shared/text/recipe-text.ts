import type { MessageKey } from './catalogue.ts';
import type { Formatter } from './format.ts';
import type { ProblemNames } from './intake-text.ts';
import type { Translator } from './translator.ts';

/** A recipe as it is told. */
export interface RecipeWords {
  readonly name: string;
  readonly version: number;
  readonly sender: string | null;
  readonly kind: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly endedAt: string | null;
  readonly content: {
    readonly header: readonly (readonly string[])[];
    readonly gap: number | null;
    readonly columns: Readonly<Record<string, string>>;
    readonly answers: Readonly<Record<string, string>>;
    readonly texts: Readonly<Record<string, string>>;
    readonly rows: readonly { readonly label: string; readonly kind: string }[];
    readonly footer: string | null;
    readonly dialect: { readonly encoding?: string | undefined; readonly delimiter?: string | undefined };
  };
}

interface Saying {
  readonly words: Pick<Translator, 't' | 'tryText'>;
  readonly format: Pick<Formatter, 'dateTime'>;
  readonly names: ProblemNames;
}

/** What it is called, whose files it reads, who saved it. */
export function recipeLine(recipe: RecipeWords, { words: { t }, format, names }: Saying): string {
  const { name, version, sender, kind, madeAt, madeBy, endedAt } = recipe;
  const line = t('recipes.line', {
    ...{ name, version, by: madeBy, at: format.dateTime(madeAt) },
    sender: sender === null ? t('recipes.anybody') : names.unit(sender),
    kind: t('recipes.kind', { kind }),
  });
  return endedAt === null ? line : `${line}; ${t('recipes.ended', { at: format.dateTime(endedAt) })}`;
}

/** Everything that it says of a table, a line each. */
export function recipeLines({ content }: RecipeWords, saying: Saying): string[] {
  const { t } = saying.words;
  const { header, gap, columns, answers, texts, rows, footer, dialect } = content;
  const { encoding, delimiter } = dialect;
  const headers = header.map((row) => row.filter((text) => text !== '').join(' | ')).join(' / ');
  return [
    t('recipes.header', { texts: headers }),
    ...(gap === null ? [] : [t('recipes.gap', { rows: gap })]),
    ...Object.entries(columns).map(([column, key]) =>
      t('recipes.column', { column, meaning: meaningWords(key, saying) }),
    ),
    ...Object.entries(answers).map(([id, answer]) => answerLine(id, answer, texts[id], saying)),
    ...rows.map(({ label, kind }) => t('recipes.row', { label, kind })),
    ...(footer === null ? [] : [t('recipes.footer', { label: footer })]),
    ...(encoding === undefined ? [] : [t('recipes.encoding', { encoding: encoding.toUpperCase() })]),
    ...(delimiter === undefined
      ? []
      : [t('recipes.delimiter', { delimiter: delimiter === '\t' ? 'Tab' : `“${delimiter}”` })]),
  ];
}

/** 'value:devices' -> 'Giá trị của “Thiết bị số”'. */
function meaningWords(key: string, { words, names }: Saying): string {
  const [role = '', indicator = '', percent] = key.split(':');
  const part = words.tryText(`intake.meaning.${role}`) ?? role;
  if (role === 'base' || indicator === '' || indicator === '*') return part;
  const told = words.t('intake.meaning.of', { part, indicator: names.indicator(indicator) });
  return percent === undefined ? told : `${told} (%)`;
}

const COLUMN_ANSWERS = ['scale', 'parts'] as const;
const TEXT_ANSWERS = ['word', 'indicator', 'unit', 'part'] as const;

function answerLine(id: string, answer: string, text: string | undefined, { words, names }: Saying): string {
  const { t, tryText } = words;
  const at = id.indexOf(':');
  const [kind, about] = [id.slice(0, at), id.slice(at + 1)];
  const ofColumn = COLUMN_ANSWERS.find((one) => one === kind);
  const [, column = ''] = about.split('|');
  if (ofColumn !== undefined) return t(`recipes.answer.${ofColumn}` satisfies MessageKey, { column, answer });
  if (kind === 'base') return t('recipes.answer.base', { indicator: names.indicator(column), answer });
  const ofText = TEXT_ANSWERS.find((one) => one === kind) ?? 'word';
  const named = {
    word: () => tryText(`intake.answer.${answer}`) ?? answer,
    indicator: () => names.indicator(answer),
    unit: () => names.unit(answer),
    part: () => names.unit(answer),
  }[ofText]();
  return t(`recipes.answer.${ofText}` satisfies MessageKey, { text: text ?? written(about), answer: named });
}

/** A spelling as its key holds it, with the tones as digits behind the words ('an2'): near enough without them. */
const written = (key: string): string =>
  key
    .split('|')
    .filter((part) => part !== '')
    .join(', ')
    .replace(/(?<=\p{Letter})[0-4]\b/gu, '');
