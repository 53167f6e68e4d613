import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useQueryValue } from '#renderer/ground/address.ts';
import {
  ALL_PAGES,
  type BriefingDraft,
  changeDraft,
  draftPages,
  useBriefingDraft,
} from '#renderer/ground/briefing-draft.ts';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { BriefingDescriptionDto } from '#shared/contract/briefing.ts';
import type { BriefingPageDto, PageChoiceDto } from '#shared/contract/briefing-page.ts';
import type { BriefingKind } from '#shared/contract/choices.ts';
import type { Locale } from '#shared/text/format.ts';

/** A page of the list with what the preview draws; `built` null for a figure that was added from a screen. */
export interface ChosenPage {
  readonly choice: PageChoiceDto;
  readonly built: BriefingPageDto | null;
}

/** Everything that decides what the briefing shows, and the ways to change it. */
export function useBriefing() {
  const api = useApi();
  const draft = useBriefingDraft();
  const { id: cut, cuts } = useCut();
  const { locale } = useText();
  const [unit, setUnit] = useQueryValue('unit');
  const [compare, setCompare] = useQueryValue('compare');
  const [spoken, setLanguage] = useQueryValue('language');
  const language: Locale = spoken === 'vi' || spoken === 'en' ? spoken : locale;
  const { kind } = draft;
  const isReady = kind !== 'province' || unit !== null;
  const asked = {
    briefing: kind,
    language,
    ...(cut === undefined ? {} : { cut }),
    ...(kind === 'province' && unit !== null ? { unit } : {}),
    ...(compare === null ? {} : { compare: compare === 'none' ? null : compare }),
  };
  const query = useQuery({ ...api.briefing.describe.queryOptions({ input: asked }), enabled: isReady });
  const pages = useMemo(
    () => expand(draftPages(draft, kind), isReady ? query.data : undefined),
    [draft, kind, query.data, isReady],
  );
  return {
    ...{ kind, unit, compare, language, cut, cuts, asked, query, pages, isReady },
    ...{ setUnit, setCompare, setLanguage },
    setKind: (next: BriefingKind) => changeDraft({ ...draft, kind: next }),
    setPages: (next: readonly PageChoiceDto[]) => changeDraft(withPages(draft, next)),
    /** Back to the built-in pages in their order and words. */
    reset: () => changeDraft({ ...draft, pages: { ...draft.pages, [kind]: [{ id: ALL_PAGES }] } }),
  };
}
export type BriefingChoice = ReturnType<typeof useBriefing>;

function withPages(draft: BriefingDraft, pages: readonly PageChoiceDto[]): BriefingDraft {
  return { ...draft, pages: { ...draft.pages, [draft.kind]: pages } };
}

/** The list with 'all' spelled out; pages that this briefing does not have (an older template) are left out. */
function expand(
  choices: readonly PageChoiceDto[],
  description: BriefingDescriptionDto | undefined,
): ChosenPage[] {
  const built = description?.pages ?? [];
  const named = new Set(choices.map((choice) => choice.id));
  return choices.flatMap((choice): ChosenPage[] => {
    if (choice.figure !== undefined) return [{ choice, built: null }];
    if (choice.id === ALL_PAGES)
      return built
        .filter((page) => !named.has(page.id))
        .map((page) => ({ choice: { id: page.id }, built: page }));
    const page = built.find((one) => one.id === choice.id);
    return page === undefined ? [] : [{ choice, built: page }];
  });
}

/** The page's title as it will be printed. */
export function titleOf({ choice, built }: ChosenPage): string {
  if (choice.title !== undefined) return choice.title;
  if (built !== null) return built.title;
  const block = choice.figure?.block;
  if (block === undefined) return choice.id;
  return block.type === 'chart' ? block.chart.title : block.map.description;
}

/** The list with one page moved to another place. */
export function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const item = list[from];
  const rest = list.filter((_, at) => at !== from);
  return item === undefined ? rest : [...rest.slice(0, to), item, ...rest.slice(to)];
}
