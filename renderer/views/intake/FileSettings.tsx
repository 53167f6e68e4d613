import { Select } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import { ProvinceSelect } from '#renderer/ui/ProvinceSelect.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import { IntakeCutSelect } from './IntakeCutSelect.tsx';
import { useInbox } from './inbox.tsx';
import type { InboxItem, Revision } from './inbox-item.ts';

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'vni'] as const;
const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;

/** What the file itself may not say: its cut, its sender, and how a text file is written. */
export function FileSettings(props: { readonly item: InboxItem; readonly preview: IntakePreviewDto }) {
  const { t } = useText();
  const inbox = useInbox();
  const { item, preview } = props;
  const { cut, province, ...rest } = item.revision;
  const [onlyCut] = preview.cuts.length === 1 ? preview.cuts : [];
  const revise = (change: { cut?: string | null; province?: string | null }) => {
    const next = { cut, province, ...change };
    inbox.revise(item.key, {
      ...rest,
      ...(next.cut == null ? {} : { cut: next.cut }),
      ...(next.province == null ? {} : { province: next.province }),
    });
  };
  return (
    <Toolbar>
      <IntakeCutSelect
        label={t('intake.settings.cut')}
        placeholder={t('intake.settings.cut.own')}
        value={cut ?? onlyCut?.code ?? null}
        onChange={(code) => revise({ cut: code })}
      />
      <ProvinceSelect
        label={t('intake.settings.province')}
        everywhere={t('intake.settings.province.own')}
        value={province ?? preview.province}
        onChange={(code) => revise({ province: code })}
      />
      {preview.format === 'csv' && <DialectFields item={item} preview={preview} />}
    </Toolbar>
  );
}

function DialectFields(props: { readonly item: InboxItem; readonly preview: IntakePreviewDto }) {
  const { t } = useText();
  const inbox = useInbox();
  const { item, preview } = props;
  const { dialect } = item.revision;
  const revise = (change: Revision['dialect']) =>
    inbox.revise(item.key, { dialect: { ...dialect, ...change } });
  return (
    <>
      <Select
        size="sm"
        w="10rem"
        label={t('intake.settings.encoding')}
        allowDeselect={false}
        data={[...ENCODINGS]}
        value={dialect.encoding ?? preview.encoding}
        onChange={(value) => {
          const encoding = ENCODINGS.find((one) => one === value);
          if (encoding !== undefined) revise({ encoding });
        }}
      />
      <Select
        size="sm"
        w="10rem"
        label={t('intake.settings.delimiter')}
        allowDeselect={false}
        data={Object.entries(DELIMITERS).map(([value, name]) => ({
          value,
          label: t(`intake.inspect.delimiter.${name}`),
        }))}
        value={dialect.delimiter ?? preview.delimiter}
        onChange={(value) => {
          if (value === ',' || value === ';' || value === '\t' || value === '|') revise({ delimiter: value });
        }}
      />
    </>
  );
}
