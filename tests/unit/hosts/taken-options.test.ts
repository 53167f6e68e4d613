import { expect, it } from 'vitest';
import { backup, check } from '#main/hosts/cli/commands/backup.ts';
import { cut } from '#main/hosts/cli/commands/cut.ts';
import { exportFiles } from '#main/hosts/cli/commands/export.ts';
import { close } from '#main/hosts/cli/commands/intake.ts';
import { key } from '#main/hosts/cli/commands/key.ts';
import { plan } from '#main/hosts/cli/commands/plan.ts';
import { staff } from '#main/hosts/cli/commands/staff.ts';
import { units } from '#main/hosts/cli/commands/units.ts';
import { watch } from '#main/hosts/cli/commands/watch.ts';
import { workspace } from '#main/hosts/cli/commands/workspace.ts';

const COMMANDS = { backup, cut, export: exportFiles, close, key, plan, staff, units, watch, workspace };

it.each([
  ['workspace', 'new /nope/a --data /nope/b', 'workspace new --data'],
  ['workspace', 'list --begin-anew', 'workspace list --begin-anew'],
  ['cut', 'list --why x', 'cut list --why'],
  ['cut', 'label week-2025-07-28 x --label y', 'cut label --label'],
  ['close', 'week-2025-07-28 --why x', '--why'],
  ['export', 'csv --briefing gap --out x.csv', 'export csv --briefing'],
  ['export', 'deck --unit 31 --out x.pptx', 'export deck --unit'],
  ['export', 'workbook --a4 --out x.xlsx', 'export workbook --a4'],
  ['export', 'picture --scale 4k --out x.svg', 'export picture --scale'],
  ['export', 'provinces --briefing gap --out x', 'export provinces --briefing'],
  ['export', 'renew a.pptx --lang en --out x', 'export renew --lang'],
  ['key', 'list --name x', 'key list --name'],
  ['key', 'make x --name y', 'key make x'],
  ['plan', 'history --cut 2025-07-28', 'plan history --cut'],
  ['plan', 'show --cut 2025-07-28 --revision 1', '--cut --revision'],
  ['staff', 'list --duty x', 'staff list --duty'],
  ['units', 'show 31 --date 2025-07-28', 'units show --date'],
  ['watch', '/nope --pause', 'watch DIR --pause'],
  ['backup', '--list --to /nope', '--list --to'],
] as const)('`kh02 %s %s` is refused: nothing would come of an option', async (name, words, option) => {
  const asked = COMMANDS[name](words.split(' '));
  await expect(asked).rejects.toMatchObject({
    ...{ code: 'OPTION_UNKNOWN', values: { option: expect.stringContaining(option) } },
  });
});

it('says of a path that is not there that it cannot be read, not that a backup is damaged', async () => {
  await expect(check(['/nope'])).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    values: { file: '/nope' },
  });
});
