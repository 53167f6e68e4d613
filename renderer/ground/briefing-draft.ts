import { useSyncExternalStore } from 'react';
import type { AddedFigureDto, PageChoiceDto } from '#shared/contract/briefing-page.ts';
import type { BriefingKind } from '#shared/contract/choices.ts';

/** Stands for all built-in pages that are not named beside it, in their own order. */
export const ALL_PAGES = '*';

/** What a person is putting together: the kind that is open and, for each kind, its pages. */
export interface BriefingDraft {
  readonly kind: BriefingKind;
  readonly pages: Readonly<Partial<Record<BriefingKind, readonly PageChoiceDto[]>>>;
}

/** The number rises when older drafts cannot be drawn any more. */
const STORAGE_KEY = 'kh02-briefing-2';
const EMPTY: BriefingDraft = { kind: 'national', pages: {} };
const listeners = new Set<() => void>();
let draft: BriefingDraft = stored();

function stored(): BriefingDraft {
  try {
    const text = window.localStorage.getItem(STORAGE_KEY);
    // Written by this program on this machine; the engine checks every page again before it makes a file.
    return text === null ? EMPTY : { ...EMPTY, ...(JSON.parse(text) as Partial<BriefingDraft>) };
  } catch {
    return EMPTY;
  }
}

/** Replaces the draft and keeps it on this machine; a draft too large to keep lives until the window closes. */
export function changeDraft(next: BriefingDraft): void {
  draft = next;
  try {
    window.localStorage.setItem(STORAGE_KEY, JSON.stringify(next));
  } catch (error) {
    console.warn('The briefing could not be kept for the next start:', error);
  }
  for (const listener of listeners) listener();
}

/** The pages of a kind; all built-in ones as long as nothing was changed. */
export function draftPages(from: BriefingDraft, kind: BriefingKind): readonly PageChoiceDto[] {
  return from.pages[kind] ?? [{ id: ALL_PAGES }];
}

/** Puts a figure of a screen behind the last page of the open briefing; gives the page's id. */
export function addFigureToDraft(figure: AddedFigureDto): string {
  const id = `figure-${crypto.randomUUID().slice(0, 8)}`;
  const pages = [...draftPages(draft, draft.kind), { id, figure }];
  changeDraft({ ...draft, pages: { ...draft.pages, [draft.kind]: pages } });
  return id;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The draft now; renders again when any screen changes it. */
export function useBriefingDraft(): BriefingDraft {
  return useSyncExternalStore(subscribe, () => draft);
}
