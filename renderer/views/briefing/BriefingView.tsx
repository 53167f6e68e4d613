import { useQuery } from '@tanstack/react-query';
import { useQueryValue } from '#renderer/ground/address.ts';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { BriefingDescriptionDto } from '#shared/contract/briefing.ts';
import type { PageChoiceDto } from '#shared/contract/briefing-page.ts';
import { AddPages } from './AddPages.tsx';
import { BrandPanel } from './BrandPanel.tsx';
import { BriefingToolbar } from './BriefingToolbar.tsx';
import classes from './BriefingView.module.css';
import { ExportPanel } from './ExportPanel.tsx';
import { pageOfFigure } from './figure-page.ts';
import { PageList } from './PageList.tsx';
import { PagePreview } from './PagePreview.tsx';
import { PageWords } from './PageWords.tsx';
import { RenewPanel } from './RenewPanel.tsx';
import { TemplatesPanel } from './TemplatesPanel.tsx';
import { type BriefingChoice, type ChosenPage, titleOf, useBriefing } from './use-briefing.ts';

/** Báo cáo: choose a briefing, put its pages in order, give them own words, see them, make the files. */
export function BriefingView() {
  const { t } = useText();
  const briefing = useBriefing();
  const [wanted, setPage] = useQueryValue('page');
  const { pages } = briefing;
  const at = Math.max(
    0,
    pages.findIndex(({ choice }) => choice.id === wanted),
  );
  const page = pages[at] ?? null;
  const change = (list: readonly ChosenPage[]): void => briefing.setPages(list.map(({ choice }) => choice));
  const changeWords = (choice: PageChoiceDto): void =>
    change(pages.map((one) => (one.choice.id === choice.id ? { ...one, choice } : one)));
  return (
    <div className={classes.screen}>
      <h1 className="visually-hidden">{t('briefingScreen.title')}</h1>
      <BriefingToolbar briefing={briefing} />
      <div className={classes.columns}>
        <Panel title={t('briefingScreen.pages')} className={classes.left} scrolls>
          <PageList pages={pages} selected={page?.choice.id ?? null} onSelect={setPage} onChange={change} />
          <AddPages briefing={briefing} onAdded={setPage} />
        </Panel>
        <Panel title={t('briefingScreen.preview')} note={t('briefingScreen.preview.note')} scrolls>
          <Preview briefing={briefing} page={page} at={at} />
        </Panel>
        <div className={classes.right}>
          <ExportPanel briefing={briefing} page={page} />
          {page !== null && <PageWords key={page.choice.id} page={page} onChange={changeWords} />}
          <TemplatesPanel briefing={briefing} />
          <BrandPanel />
          <RenewPanel cuts={briefing.cuts} cut={briefing.cut} />
        </div>
      </div>
    </div>
  );
}

function Preview(props: {
  readonly briefing: BriefingChoice;
  readonly page: ChosenPage | null;
  readonly at: number;
}) {
  const { t } = useText();
  const { briefing, page, at } = props;
  const { query } = briefing;
  if (!briefing.isReady) {
    return <EmptyState title={t('briefingScreen.unit.choose')} hint={t('briefingScreen.unit.hint')} />;
  }
  if (query.data === undefined) return <QueryState query={query} />;
  if (page === null) return <EmptyState title={t('briefingScreen.pages.none')} />;
  return <ChosenPreview key={page.choice.id} {...{ briefing, page, at }} description={query.data} />;
}

/** A figure from a screen may speak of another cut than the briefing: its source and marks are those of its own. */
function ChosenPreview(props: {
  readonly briefing: BriefingChoice;
  readonly page: ChosenPage;
  readonly at: number;
  readonly description: BriefingDescriptionDto;
}) {
  const { page, at, description } = props;
  const { pages, language } = props.briefing;
  const cut = page.choice.figure?.cut ?? description.cut;
  // Of the briefings of a cut the quickest to ask for.
  const input = { briefing: 'tasks', language, cut, compare: null } as const;
  const other = useQuery({
    ...useApi().briefing.describe.queryOptions({ input }),
    enabled: cut !== description.cut,
  });
  const source = cut === description.cut ? description : other.data;
  return (
    <PagePreview
      page={page.built ?? pageOfFigure(page.choice, source)}
      title={titleOf(page)}
      number={at + 1}
      pages={pages.length}
      language={language}
      brand={description.brand}
    />
  );
}
