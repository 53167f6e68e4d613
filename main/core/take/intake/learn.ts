import { findUnitId } from '#main/core/ground/units/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import type { Draft } from './drafts.ts';
import { headerOfColumnAnswer } from './recognise/column.ts';
import { meaningFromKey } from './recognise/meaning.ts';
import { learnName, rememberColumn } from './store.ts';

/**
 * Keeps what a person answered, so that it is not asked again: columns for this sender, and spellings of units.
 * A choice between several units of one name is not kept: the next file may mean another of them.
 */
export function learnAnswers(database: WriteDatabase, draft: Draft, at: string): void {
  const { revision, collection } = draft.inspected;
  const sender = collection.template?.province ?? revision.province ?? '';
  for (const [id, answer] of revision.answers) {
    const header = headerOfColumnAnswer(id);
    const meaning = header === null ? null : meaningFromKey(answer);
    if (header !== null && meaning !== null) rememberColumn(database, sender, header, meaning, at);
    const question = draft.asked.get(id);
    const unit = findUnitId(database, answer);
    const name = String(question?.values.name ?? '').normalize('NFC');
    if (question?.code !== 'UNIT_SUGGESTED' || unit === null || name === '') continue;
    learnName(database, unit, name, at.slice(0, 10));
  }
}
