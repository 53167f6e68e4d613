import type { Context } from '#main/core/ground/context.ts';
import { listCuts } from '#main/core/ground/cuts/store.ts';
import { describeUnit } from '#main/core/take/intake/check/lookups.ts';
import {
  findReceipt,
  knownRegister,
  listRunsOfImport,
  loadIndicatorWords,
} from '#main/core/take/intake/offers.ts';
import { cutLabel } from '#main/core/take/intake/reminder.ts';
import type { ReturnWay } from '#shared/contract/choices.ts';
import { parseCutCode } from '#shared/domain/cuts.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { oneLine } from '#shared/text/clean-text.ts';
import { createFormatter } from '#shared/text/format.ts';
import { problemLines, receiptText } from '#shared/text/intake-receipt.ts';
import type { ProblemNames } from '#shared/text/intake-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { watchSentence } from '#shared/text/watch-text.ts';
import type { WatchRow } from './store.ts';

// Old Windows programs know UTF-8 by its mark only, and lines by both their ends.
const MARK = '\uFEFF';
const words = createTranslator('vi');
const format = createFormatter('vi');

/** The text that goes beside a file: the receipt of one that is in, or why another was given back, and as what. */
export function reportOf({ read, clock }: Context, row: WatchRow, way: ReturnWay | null): string {
  const names = namesOn(read, vietnamDay(row.takenAt));
  const text = row.outcome === 'committed' ? receipt(read, row, names) : answer(row, names, clock(), way);
  return `${MARK}${text.replaceAll('\n', '\r\n')}\r\n`;
}

function receipt(read: Context['read'], row: WatchRow, names: ProblemNames): string {
  const { facts, name, sha256 } = row;
  const runs = listRunsOfImport(read, row.run ?? '');
  const first = runs.find(({ run }) => run === row.run);
  const kept = findReceipt(read, row.run ?? '');
  const sum = (key: 'added' | 'changed' | 'same') => runs.reduce((total, run) => total + run[key], 0);
  return receiptText(
    {
      file: name,
      sha256,
      province: facts.province === null ? null : names.unit(facts.province),
      cuts: runs.flatMap(({ cut }) => (cut === null ? [] : [names.cut(cut)])),
      at: first?.at ?? row.takenAt,
      who: first?.who ?? '',
      accepted: facts.accepted,
      rows: facts.rows,
      added: sum('added'),
      changed: sum('changed'),
      same: sum('same'),
      missing: facts.missing.map(names.unit),
      problems: facts.problems,
      proof: kept?.proof ?? null,
      colours: kept?.colours ?? null,
      recipes: kept?.recipes ?? [],
      run: row.run ?? '',
    },
    words,
    format,
    names,
  );
}

/** Of a duplicate, a rejected or a discarded file. */
function answer(
  { name, sha256, outcome, facts }: WatchRow,
  names: ProblemNames,
  now: Date,
  way: ReturnWay | null,
): string {
  const { t } = words;
  const kind = outcome === 'duplicate' ? 'duplicate' : 'returned';
  const reason = facts.reason === null || outcome === 'discarded' ? null : facts.reason;
  return [
    t(`watch.report.${kind}`),
    ...(facts.province === null
      ? []
      : [t('intake.receipt.sender', { province: names.unit(facts.province) })]),
    t('intake.receipt.file', { file: name, hash: sha256 === '' ? '–' : sha256 }),
    t('watch.report.at', { at: format.dateTime(now.toISOString()) }),
    outcome === 'discarded' ? t('watch.report.discarded') : '',
    reason === null ? '' : watchSentence(reason, words, format.dateTime),
    ...(facts.problems.length === 0 ? [] : [t('intake.receipt.problems')]),
    ...problemLines(facts.problems, words, names),
    facts.errors > facts.problems.length
      ? t('watch.report.more', { count: facts.errors - facts.problems.length })
      : '',
    way === null ? '' : t('intake.returned.way', { way }),
  ]
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n');
}

function namesOn(read: Context['read'], day: string): ProblemNames {
  const register = knownRegister(read);
  const cuts = listCuts(read);
  const indicators = new Map(loadIndicatorWords(read).map(({ code, name }) => [code, name]));
  return {
    unit: (code) => {
      const unit = register.byCode.get(code);
      return unit === undefined ? code : describeUnit({ ...unit, province: null }, { register, day });
    },
    cut: (code) => {
      const cut = cuts.find((one) => one.code === code) ?? parseCutCode(code);
      return cut === null ? code : cutLabel(cut);
    },
    indicator: (code) => indicators.get(code) ?? code,
  };
}
