/** What a new workspace may take over of an old one. */
export const TAKEN_KINDS = [
  ...(['cuts', 'closings', 'imports', 'sources', 'figures', 'pastFigures', 'taskReports'] as const),
  ...(['difficulties', 'documents', 'decisions', 'ruleSets', 'calendar', 'learnedNames', 'columns'] as const),
  ...(['recipes', 'trustedKeys', 'settings', 'waitingFiles'] as const),
] as const;

/** How much there is of each. */
export type TakenCounts = Readonly<Record<(typeof TAKEN_KINDS)[number], number>>;
