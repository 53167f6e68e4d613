import { Select } from '@mantine/core';
import { changeQuery } from '#renderer/ground/address.ts';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useCutChoices } from '#renderer/panels/intake/use-cut-choices.ts';
import { foldedOptions } from '#renderer/ui/folded-options.ts';
import { ProvinceSelect } from '#renderer/ui/ProvinceSelect.tsx';
import { COUNTRY_CODE } from '#shared/text/unit-names.ts';

export interface Chosen {
  readonly province: string | null;
  readonly commune: string | null;
  readonly cut: string | null;
}

/** Which unit and which cut: a province, one commune of it if wanted, and a cut that has opened. */
export function EntryChoice({ province, commune, cut }: Chosen) {
  const { t } = useText();
  return (
    <>
      <ProvinceSelect
        label={t('entry.province')}
        everywhere={t('entry.choose')}
        centre={t('entry.centre')}
        value={province}
        onChange={(code) => changeQuery({ tinh: code, xa: null })}
      />
      <CommuneSelect province={province} value={commune} />
      <CutSelect value={cut} />
    </>
  );
}

function CommuneSelect({
  province,
  value,
}: {
  readonly province: string | null;
  readonly value: string | null;
}) {
  const { t, locale } = useText();
  const names = useNames();
  const collator = new Intl.Collator(locale);
  const data = names.units
    .filter((unit) => unit.level === 'commune' && unit.parent === province)
    .map(({ code }) => ({ value: code, label: names.fullName(code) }))
    .sort((left, right) => collator.compare(left.label, right.label));
  return (
    <Select
      size="sm"
      w="15rem"
      label={t('entry.commune')}
      placeholder={t('entry.allCommunes')}
      disabled={province === null || province === COUNTRY_CODE}
      data={data}
      value={value}
      onChange={(code) => changeQuery({ xa: code })}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('state.clearFilters') }}
      maxDropdownHeight="50vh"
      filter={foldedOptions}
    />
  );
}

function CutSelect({ value }: { readonly value: string | null }) {
  const { t } = useText();
  const { options } = useCutChoices();
  return (
    <Select
      size="sm"
      w="17rem"
      label={t('entry.cut')}
      searchable
      allowDeselect={false}
      maxDropdownHeight="50vh"
      data={options}
      value={value}
      onChange={(code) => changeQuery({ ky: code })}
    />
  );
}
