import { useQuery } from '@tanstack/react-query';
import { useAddress } from '#renderer/ground/address.ts';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useOnPaper } from '#renderer/ground/paper.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useOpenFile } from '#renderer/ground/use-open-file.ts';
import { cutName } from '#shared/text/reason-text.ts';
import classes from './PaperHead.module.css';
import { titleOf } from './screens.ts';

/** What paper says of every screen: what it is, of which cut, until when, from what source; below every page too. */
export function PaperHead() {
  const isOnPaper = useOnPaper();
  return isOnPaper ? <Head /> : null;
}

function Head() {
  const { t, format } = useText();
  const { path } = useAddress();
  const info = useQuery(useApi().application.info.queryOptions()).data;
  const kinds = info?.sourceKinds ?? [];
  const origin = useOrigin(kinds.map((kind) => t(`sourceKind.${kind}`)).join(', '));
  const mark = info?.mark ? t(`source.${info.mark}`) : null;
  const printed = t('paper.printed', { time: format.dateTime(new Date().toISOString()) });
  return (
    <header className={classes.head}>
      <h1>{t(titleOf(path))}</h1>
      <span>{t('app.name')}</span>
      {mark !== null && <strong>{mark}</strong>}
      <p>{[...origin, printed].join(' · ')}</p>
      <style>{runningFoot([...(mark === null ? [] : [mark]), ...origin].join(' · '))}</style>
    </header>
  );
}

/** Cut, its moment, source, file and rule set, as far as there are any. */
function useOrigin(kinds: string): readonly string[] {
  const text = useText();
  const { t, format } = text;
  const { cut, id } = useCut();
  const file = useOpenFile();
  const picture = useQuery(useApi().picture.get.queryOptions()).data;
  const collecting = [...(picture?.statuses.collecting ?? []), ...(picture?.months.collecting ?? [])];
  const there = file === null ? collecting.find((one) => one.cut.id === id) : undefined;
  const rules = useQuery(useApi().status.get.queryOptions({ input: { cut: id } })).data?.ruleVersion;
  return [
    ...(cut === null ? [] : [cutName(cut, text), t('cut.asOf', { time: format.dateTime(cut.asOf) })]),
    ...(there === undefined
      ? []
      : [t('paper.collecting', { provinces: there.provinces, inProvinces: there.inProvinces })]),
    ...(cut?.corrected === true ? [t('cut.corrected')] : []),
    ...(kinds === '' ? [] : [`${t('source.label')}: ${kinds}`]),
    ...(file === null ? [] : [file.name]),
    ...(rules === undefined ? [] : [t('status.rules', { version: rules })]),
  ];
}

/** A page torn from the others still says all this: in the margin below each. */
function runningFoot(words: string): string {
  // A string of CSS, inside an element: quotes, backslashes, line ends and '<' by their numbers.
  const quoted = words.replace(/["\\<\n\r\f]/g, (one) => `\\${one.charCodeAt(0).toString(16)} `);
  return `@page { @bottom-left { content: "${quoted}"; } }`;
}
