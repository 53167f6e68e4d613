import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { JUDGEMENT_VERSION } from '#main/core/judge/judgement/version.ts';
import { reasons } from '#shared/text/messages/reasons.ts';
import { messageOf, placeholders } from '#tests/properties/sentences.ts';

/** What alerts keep of their sentences: which there are, and the values of each. Words are not kept: they may change. */
function storedShape(): string {
  const lines = Object.keys(reasons.vi)
    .filter((key) => key.startsWith('reason.alert.'))
    .map((key) => `${key} ${[...placeholders(messageOf(key, 'vi').getAst())].toSorted().join(' ')}`);
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex').slice(0, 16);
}

/** A sentence that is new, gone or has other values reaches older folders only where they are judged anew. */
it('raises the version of judging whenever the sentences that alerts keep become others', () => {
  expect({ version: JUDGEMENT_VERSION, sentences: storedShape() }).toEqual({
    version: 6,
    sentences: 'e64a25e7740de8fa',
  });
});
