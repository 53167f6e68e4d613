import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { foldedOptions } from '#renderer/ui/folded-options.ts';
import { ProvinceSelect } from '#renderer/ui/ProvinceSelect.tsx';
import { ACT_KINDS, type ActKind } from '#shared/domain/acts.ts';
import { changeChoice, type JournalChoice, NO_CHOICE } from './use-journal-filter.ts';

const TYPING_PAUSE_MS = 250;

/** What of the journal is wanted: kind, person, words, province, days. */
export function JournalFilters({ choice }: { readonly choice: JournalChoice }) {
  const { t } = useText();
  const isChosen = Object.values(choice).some((value) => value !== null && value !== '');
  return (
    <>
      <KindSelect kind={choice.kind} />
      <Words label={t('journal.who')} name="who" value={choice.who} width="10rem" />
      <Words label={t('journal.words')} name="text" value={choice.text} width="11rem" />
      <ProvinceSelect
        label={t('journal.province')}
        everywhere={t('journal.all')}
        value={choice.province}
        onChange={(province) => changeChoice({ province })}
      />
      <DayInput
        label={t('journal.since')}
        value={choice.since}
        onChange={(since) => changeChoice({ since })}
      />
      <DayInput
        label={t('journal.until')}
        value={choice.until}
        onChange={(until) => changeChoice({ until })}
      />
      {isChosen && (
        <Button
          size="sm"
          variant="default"
          leftSection={<IconX size="1rem" aria-hidden="true" />}
          onClick={() => changeChoice(NO_CHOICE)}
        >
          {t('state.clearFilters')}
        </Button>
      )}
    </>
  );
}

function KindSelect({ kind }: { readonly kind: ActKind | null }) {
  const { t } = useText();
  return (
    <Select
      size="sm"
      w="13rem"
      label={t('journal.kind')}
      placeholder={t('journal.all')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('state.clearFilters') }}
      nothingFoundMessage={t('state.empty.filtered')}
      maxDropdownHeight="60vh"
      data={ACT_KINDS.map((value) => ({ value, label: t(`journal.act.${value}`) }))}
      filter={foldedOptions}
      value={kind}
      onChange={(value) => changeChoice({ kind: ACT_KINDS.find((one) => one === value) ?? null })}
    />
  );
}

/** The address follows the typing after a short pause; what is cleared elsewhere empties the field. */
function Words(props: {
  readonly label: string;
  readonly name: 'who' | 'text';
  readonly value: string;
  readonly width: string;
}) {
  const [typed, setTyped] = useState(props.value);
  const send = useDebouncedCallback((text: string) => changeChoice({ [props.name]: text }), TYPING_PAUSE_MS);
  useEffect(() => setTyped(props.value), [props.value]);
  return (
    <TextInput
      size="sm"
      w={props.width}
      label={props.label}
      value={typed}
      maxLength={props.name === 'who' ? 120 : 200}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
}
