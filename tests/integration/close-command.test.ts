import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createApp, DATABASE_NAME } from '#main/core/app.ts';
import { openDatabase } from '#main/db/open.ts';
import { cut as cutCommand } from '#main/hosts/cli/commands/cut.ts';
import { close } from '#main/hosts/cli/commands/intake.ts';
import { pictureLines } from '#main/hosts/cli/picture-text.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { beginningFolder } from '#tests/fixtures/empty/workspaces.ts';

const WHO = 'Trực ban';
/** The month that it is: it has begun, and is due in the next one. */
const MONTH = `month-${vietnamDay(new Date().toISOString()).slice(0, 7)}`;

/** A real workspace whose only cut is this month, of which nothing has come. */
async function oneMonth(): Promise<string> {
  const data = beginningFolder('nothing');
  const { write, close: end } = openDatabase(join(data, DATABASE_NAME));
  write.exec('DELETE FROM calendar_revision');
  end();
  const application = await createApp({ dataFolder: data });
  await application.client.calendar.add({ cut: MONTH, who: WHO });
  await application.close();
  return data;
}

it('closes nothing before its hour while provinces are missing, unless that is said', async () => {
  const data = await oneMonth();
  const options = ['--data', data, '--who', WHO];
  await expect(close([MONTH, ...options])).rejects.toMatchObject({
    code: 'CUT_CLOSE_EARLY',
    values: { cut: MONTH, kind: 'month', inProvinces: 0, provinces: 34 },
  });
  const said = await close([MONTH, '--early', ...options]);
  expect(said).toContain(`Đã chốt ${MONTH}. Còn thiếu: TP. Hà Nội 126 xã, `);
  expect(said).toMatch(/Từ nay màu vận hành của các kỳ sau tháng này dựa trên số liệu kết quả của nó\.$/);
  // What a screen says of it in red, commands say first.
  const application = await createApp({ dataFolder: data });
  const [first] = pictureLines(await application.client.picture.get());
  await application.close();
  expect(first).toMatch(/^Số liệu kết quả tháng \d\d\/\d{4} chỉ có 0\/34 tỉnh, 0% số liệu\.$/);
});

it('closes nothing that is due while hardly anything has come, unless that is said', async () => {
  const data = await oneMonth();
  const options = ['--data', data, '--who', WHO];
  const yesterday = vietnamDay(new Date(Date.now() - 86_400_000).toISOString());
  await cutCommand(['add', `day-${yesterday}`, ...options]);
  for (const more of [[], ['--early']])
    await expect(close([yesterday, ...more, ...options])).rejects.toMatchObject({
      ...{
        code: 'CUT_CLOSE_POOR',
        values: { cut: `day-${yesterday}`, kind: 'day', inProvinces: 0, provinces: 34 },
      },
    });
  const said = await close([yesterday, '--anyway', ...options]);
  expect(said).toContain(`Đã chốt day-${yesterday}. `);
  expect(said).toMatch(/Từ nay đây là bức tranh mà mọi màn hình, lệnh và tệp xuất mở ra\.$/);
});

it('goes back to the picture before by command, and says why it cannot', async () => {
  const data = await oneMonth();
  const options = ['--data', data, '--who', WHO];
  await close([MONTH, '--early', ...options]);
  await expect(cutCommand(['back', MONTH, ...options])).rejects.toMatchObject({
    code: 'OPTION_MISSING',
    values: { option: '--why' },
  });
  const back = cutCommand(['back', MONTH, '--why', 'Chốt nhầm', ...options]);
  await expect(back).rejects.toMatchObject({ code: 'PICTURE_FIRST' });
});

it('speaks of weeks where a week is closed, and of operating colours where a month is', () => {
  const { t, tryText } = createTranslator('vi');
  const values = {
    cut: 'tháng 12/2026',
    due: '',
    share: '71%',
    provinces: 34,
    inProvinces: 20,
    previous: '',
  };
  const month = [
    t('intake.close.note', { ...values, kind: 'month' }),
    t('collecting.close.anyway', { ...values, kind: 'month' }),
    t('collecting.decide.note', { ...values, kind: 'month' }),
    tryText('error.CUT_CLOSE_POOR', { ...values, kind: 'month' }),
  ];
  for (const said of month) expect(said).toMatch(/^(?!.*bức tranh).*màu vận hành/);
  for (const said of [
    t('intake.close.note', { kind: 'week' }),
    t('collecting.close.done', { cut: '', kind: 'day' }),
  ])
    expect(said).toContain('bức tranh');
});
