import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { changeQuery } from '#renderer/ground/address.ts';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { ProvinceSelect } from '#renderer/ui/ProvinceSelect.tsx';
import { foldText } from '#shared/text/fold.ts';
import { cutName } from '#shared/text/reason-text.ts';

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
      disabled={province === null}
      data={data}
      value={value}
      onChange={(code) => changeQuery({ xa: code })}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('state.clearFilters') }}
      maxDropdownHeight="50vh"
      filter={({ options, search }) => {
        const wanted = foldText(search);
        return options.filter((option) => 'label' in option && foldText(option.label).includes(wanted));
      }}
    />
  );
}

/** Cuts that have opened, newest first; those that are planned stand below and say so. */
function CutSelect({ value }: { readonly value: string | null }) {
  const text = useText();
  const { t } = text;
  const api = useApi();
  const cuts = useQuery(api.intake.cuts.queryOptions()).data ?? [];
  const planned = useQuery(api.calendar.overview.queryOptions({ input: { limit: 1 } })).data?.planned ?? [];
  const opened = cuts.map((cut) => {
    const name = cutName(cut, text);
    return { value: cut.id, label: cut.state === 'closed' ? t('entry.cut.closed', { cut: name }) : name };
  });
  const coming = planned.map((cut) => ({
    value: cut.id,
    label: t('entry.cut.planned', { cut: cutName(cut, text) }),
  }));
  return (
    <Select
      size="sm"
      w="17rem"
      label={t('entry.cut')}
      searchable
      allowDeselect={false}
      maxDropdownHeight="50vh"
      data={[...opened, ...coming]}
      value={value}
      onChange={(code) => changeQuery({ ky: code })}
    />
  );
}
