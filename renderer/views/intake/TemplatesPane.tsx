import { Button, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { saveBlob } from '#renderer/ground/save-file.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { useCutChoices } from '#renderer/panels/intake/use-cut-choices.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';

/** Biểu mẫu: the workbook each province fills in for a cut, one at a time or all in a zip. */
export function TemplatesPane() {
  const { t, locale } = useText();
  const names = useNames();
  const { options, newest } = useCutChoices();
  const [chosen, setCut] = useState<string | null>(null);
  const cut = chosen ?? newest;
  const { one, all } = useTemplates(cut);
  const provinces = names.units
    .filter(({ level }) => level === 'province')
    .map(({ code }) => ({
      code,
      communes: names.units.filter((unit) => unit.level === 'commune' && unit.parent === code).length,
    }));
  const collator = new Intl.Collator(locale);
  provinces.sort((left, right) => collator.compare(names.shortName(left.code), names.shortName(right.code)));
  return (
    <>
      <Toolbar>
        <Select
          size="sm"
          w="17rem"
          label={t('intake.inbox.cut')}
          searchable
          allowDeselect={false}
          maxDropdownHeight="50vh"
          data={options}
          value={cut}
          onChange={setCut}
        />
        <Button loading={all.isPending} onClick={() => all.mutate()}>
          {t('intake.templates.all', { count: provinces.length })}
        </Button>
      </Toolbar>
      <Panel title={t('intake.templates.title')} note={t('intake.templates.note')} flush>
        <DataTable
          caption={t('intake.templates.caption')}
          rows={provinces}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'province',
              header: t('intake.board.province'),
              sortBy: ({ code }) => names.shortName(code),
              value: ({ code }) => names.fullName(code),
            },
            {
              key: 'communes',
              header: t('intake.templates.communes'),
              value: ({ communes }) => communes,
              format: 'integer',
              firstSort: 'up',
            },
            {
              key: 'make',
              header: t('intake.inbox.actions'),
              value: null,
              numeric: true,
              cell: ({ code }) => (
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={one.isPending && one.variables === code}
                  aria-label={`${t('intake.templates.make')}: ${names.fullName(code)}`}
                  onClick={() => one.mutate(code)}
                >
                  {t('intake.templates.make')}
                </Button>
              ),
            },
          ]}
        />
      </Panel>
    </>
  );
}

function useTemplates(cut: string | null) {
  const text = useText();
  const say = useSay();
  const api = useApi();
  const chosen = cut === null ? {} : { cut };
  const done = {
    onSuccess: ({ name, file }: { readonly name: string; readonly file: File }) => {
      saveBlob(file, name);
      say.done(text.t('intake.templates.done', { file: name }));
    },
    onError: (error: unknown) => say.error(error),
  };
  const one = useMutation({
    mutationFn: (province: string) => api.intake.template.call({ province, ...chosen }),
    ...done,
  });
  const all = useMutation({ mutationFn: () => api.intake.templates.call(chosen), ...done });
  return { one, all };
}
