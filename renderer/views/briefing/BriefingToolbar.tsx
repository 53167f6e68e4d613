import { Button, SegmentedControl, Select } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import { ProvinceSelect } from '#renderer/ui/ProvinceSelect.tsx';
import { Labelled, Toolbar } from '#renderer/ui/Toolbar.tsx';
import { BRIEFING_KINDS } from '#shared/contract/choices.ts';
import { cutsBefore } from '#shared/domain/cuts.ts';
import { cutName } from '#shared/text/reason-text.ts';
import type { BriefingChoice } from './use-briefing.ts';

const BEFORE = 'before';

/** Which briefing, for which unit, compared with which cut, in which language. */
export function BriefingToolbar({ briefing }: { readonly briefing: BriefingChoice }) {
  const text = useText();
  const { t } = text;
  const { kind, unit, compare, language, cut, cuts } = briefing;
  const now = cuts.find((one) => one.id === cut);
  const earlier = now === undefined ? [] : cutsBefore(cuts, now);
  return (
    <Toolbar lead={briefing.query.data?.subtitle}>
      <Select
        size="sm"
        w="17rem"
        label={t('briefingScreen.kind')}
        allowDeselect={false}
        data={BRIEFING_KINDS.map((value) => ({ value, label: t(`briefingScreen.kind.${value}`) }))}
        value={kind}
        onChange={(value) => {
          const found = BRIEFING_KINDS.find((one) => one === value);
          if (found !== undefined) briefing.setKind(found);
        }}
      />
      {kind === 'province' && (
        <ProvinceSelect
          label={t('briefingScreen.unit')}
          everywhere={t('briefingScreen.unit.choose')}
          value={unit}
          onChange={briefing.setUnit}
        />
      )}
      <Select
        size="sm"
        w="16rem"
        label={t('briefingScreen.compare')}
        allowDeselect={false}
        maxDropdownHeight="60vh"
        data={[
          { value: BEFORE, label: t('briefingScreen.compare.before') },
          { value: 'none', label: t('briefingScreen.compare.none') },
          ...earlier.map((one) => ({ value: one.id, label: cutName(one, text) })),
        ]}
        value={compare ?? BEFORE}
        onChange={(value) => briefing.setCompare(value === BEFORE ? null : value)}
      />
      <Labelled label={t('briefingScreen.language')}>
        <SegmentedControl
          size="sm"
          aria-label={t('briefingScreen.language')}
          value={language}
          onChange={briefing.setLanguage}
          data={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Labelled>
      <Button size="sm" variant="default" onClick={briefing.reset}>
        {t('briefingScreen.reset')}
      </Button>
    </Toolbar>
  );
}
