import type { SnapshotReport } from '#shared/contract/snapshots.ts';
import { createFormatter, type Locale } from '#shared/text/format.ts';
import { reasonText } from '#shared/text/reason-text.ts';
import { createTranslator } from '#shared/text/translator.ts';

const NO_NAMES = {
  unit: () => undefined,
  task: () => undefined,
  indicator: () => undefined,
  cut: () => undefined,
};

function sentencesOf(report: SnapshotReport, locale: Locale): string[] {
  const translator = createTranslator(locale);
  return report.reasons.map((reason) => reasonText(reason, translator, NO_NAMES));
}

/** One JSON object for scripts: verdict, what the file holds, who made and signed it, and why. */
export function reportJson(report: SnapshotReport): string {
  const { file, bytes, verdict, reasons, manifest, key, sha256, canOpen, isJudgedAnew } = report;
  const texts = { vi: sentencesOf(report, 'vi'), en: sentencesOf(report, 'en') };
  return JSON.stringify(
    {
      file,
      bytes,
      verdict,
      reasons: reasons.map((reason, index) => ({ ...reason, vi: texts.vi[index], en: texts.en[index] })),
      canOpen,
      isJudgedAnew,
      scope: manifest?.scope ?? null,
      asOf: manifest?.asOf ?? null,
      communes: manifest?.communes ?? null,
      cuts: manifest?.cuts ?? null,
      months: manifest?.months ?? null,
      maker: manifest?.maker ?? null,
      createdAt: manifest?.createdAt ?? null,
      changedAt: manifest?.changedAt ?? null,
      key,
      keyName: key?.name ?? null,
      ruleVersion: manifest?.ruleVersion ?? null,
      judgement: manifest?.judgement ?? null,
      schemaVersion: manifest?.schemaVersion ?? null,
      boundaries: manifest?.boundaries ?? null,
      format: manifest?.format ?? null,
      id: manifest?.id ?? null,
      sourceKinds: manifest?.sourceKinds ?? null,
      counts: manifest?.counts ?? null,
      sha256,
    },
    null,
    2,
  );
}

/** The same for people: the verdict with its reasons, and what the file holds unless only that was asked. */
export function reportText(report: SnapshotReport, isShort: boolean): string {
  const { t } = createTranslator('vi');
  const verdict = [t(`snapshots.verdict.${report.verdict}`).toUpperCase(), ...sentencesOf(report, 'vi')];
  if (report.isJudgedAnew) verdict.push(t('snapshots.judgedAnew'));
  return isShort ? verdict.join('\n') : [...verdict, ...contentLines(report)].join('\n');
}

function contentLines({ manifest, bytes, sha256 }: SnapshotReport): string[] {
  if (manifest === null) return [];
  const { t } = createTranslator('vi');
  const format = createFormatter('vi');
  const { scope, asOf, cuts, communes, maker, ruleVersion, createdAt, changedAt, sourceKinds } = manifest;
  const rows: [string, string][] = [
    [t('snapshots.field.scope'), `${scope.code} ${scope.name}`],
    [t('snapshots.field.asOf'), format.dateTime(asOf)],
    [t('snapshots.field.communes'), format.number(communes)],
    [t('snapshots.field.cuts'), `${format.number(cuts.length)}: ${cuts[0]} … ${cuts.at(-1)}`],
    [t('snapshots.field.maker'), maker.who === null ? maker.program : `${maker.who} (${maker.program})`],
    createdAt === undefined
      ? [t('snapshots.field.changedAt'), format.dateTime(changedAt ?? asOf)]
      : [t('snapshots.field.createdAt'), format.dateTime(createdAt)],
    [t('snapshots.field.rules'), format.number(ruleVersion)],
    [t('snapshots.field.sources'), sourceKinds.map((kind) => t(`sourceKind.${kind}`)).join(', ')],
    [t('snapshots.field.bytes'), format.number(bytes)],
    ['SHA-256', sha256 ?? ''],
  ];
  // Some of it are the file's own words: nothing of them may move the cursor or begin a line.
  return rows.map(([label, value]) => `${label}: ${value.replaceAll(/\p{C}/gu, '')}`);
}
