import { withApplication } from '#main/hosts/cli/call.ts';
import { withNamedUnit } from '#main/hosts/cli/named-unit.ts';
import { COMMON, readOptions } from '#main/hosts/cli/options.ts';
import { pictureLines, pictureParts } from '#main/hosts/cli/picture-text.ts';
import { cutLabels, withReasonTexts } from '#main/hosts/cli/reason-texts.ts';
import { statusTable } from '#main/hosts/cli/status-table.ts';
import { withBounds } from '#main/hosts/cli/with-bounds.ts';

/** `kh02 status`: what is to go to standard output, as one JSON object or a short table in Vietnamese. */
export async function status(words: readonly string[]): Promise<string> {
  const options = readOptions(words, { ...COMMON, cut: { type: 'string' }, unit: { type: 'string' } });
  return withApplication(options, async (client) => {
    const cut = options.cut === undefined ? {} : { cut: options.cut };
    const report =
      options.unit === undefined
        ? await client.status.get(cut)
        : await withNamedUnit(client, options.unit, (unit) => client.status.get({ ...cut, unit }));
    const pictures = await client.picture.get();
    if (!options.json)
      return [...pictureLines(pictures), statusTable(report, await cutLabels(client))].join('\n');
    const answer = { ...(await withReasonTexts(report, client)), ...pictureParts(pictures) };
    return JSON.stringify(answer, withBounds, 2);
  });
}
