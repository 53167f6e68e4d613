import { Button, Select } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { changeQuery, useQueryValue } from '#renderer/ground/address.ts';
import { type CutChoice, useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { ProvinceSelect } from '#renderer/ui/ProvinceSelect.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import { dayNumber } from '#shared/domain/periods.ts';
import { HandoverSheet } from './HandoverSheet.tsx';
import classes from './HandoverView.module.css';
import { SHIFTS, type Shift, type Span, shiftAt, spanOf } from './shift.ts';
import { useHandover } from './use-handover.ts';

/** Phiếu giao ca: what the next shift must know, on screen and on paper. */
export function HandoverView() {
  const { t } = useText();
  const choice = useShiftChoice();
  const [province, setProvince] = useQueryValue('province');
  const sheet = useHandover({ ...choice.span, ...(province === null ? {} : { unit: province }) });
  return (
    <div className={classes.page}>
      <div className={classes.tools}>
        <Toolbar>
          <AppLink to="/canh-bao" className={classes.back ?? ''}>
            <IconArrowLeft size="1rem" aria-hidden="true" />
            {t('handover.back')}
          </AppLink>
          <ShiftSelect shift={choice.shift} />
          {choice.shift !== 'cut' && (
            <DayInput
              label={t('handover.day')}
              value={choice.day}
              onChange={(day) => changeQuery({ day: day || null })}
            />
          )}
          <ProvinceSelect
            label={t('alerts.filter.province')}
            everywhere={t('alerts.filter.allProvinces')}
            value={province}
            onChange={setProvince}
          />
          <Button
            leftSection={<IconPrinter size="1rem" aria-hidden="true" />}
            disabled={sheet.data === undefined}
            onClick={() => window.print()}
          >
            {t('handover.print')}
          </Button>
        </Toolbar>
      </div>
      {sheet.data === undefined || sheet.isError ? (
        <QueryState query={sheet} />
      ) : (
        <HandoverSheet sheet={sheet.data} province={province} />
      )}
    </div>
  );
}

function ShiftSelect({ shift }: { readonly shift: Shift }) {
  const { t } = useText();
  return (
    <Select
      size="sm"
      w="15rem"
      label={t('handover.shift')}
      allowDeselect={false}
      data={SHIFTS.map((value) => ({ value, label: t(`handover.shift.${value}`) }))}
      value={shift}
      onChange={(value) => changeQuery({ shift: value })}
    />
  );
}

/** The shift in the address; without one, the shift that is on. */
function useShiftChoice(): { readonly shift: Shift; readonly day: string; readonly span: Span } {
  const cut = useCut();
  // The moment the sheet was opened: a clock that runs would ask again and again.
  const [now] = useState(() => new Date().toISOString());
  const [askedShift] = useQueryValue('shift');
  const [askedDay] = useQueryValue('day');
  const current = shiftAt(now);
  const shift = SHIFTS.find((one) => one === askedShift) ?? current.shift;
  const day = askedDay !== null && dayNumber(askedDay) !== null ? askedDay : current.day;
  return { shift, day, span: shift === 'cut' ? spanSinceCut(cut, now) : spanOf(shift, day) };
}

/** From just after the cut before the picture until now: what the picture brought, and all that was done. */
function spanSinceCut({ cuts, home }: CutChoice, now: string): Span {
  const before = cuts.find(({ asOf }) => asOf < (home?.asOf ?? ''));
  const from = before?.asOf ?? home?.asOf ?? now;
  return { from: new Date(Date.parse(from) + 1).toISOString(), to: now > from ? now : (home?.asOf ?? now) };
}
