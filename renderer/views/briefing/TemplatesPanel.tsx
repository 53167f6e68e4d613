import { ActionIcon, Button, FileButton, TextInput } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeDraft } from '#renderer/ground/briefing-draft.ts';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { saveBlob } from '#renderer/ground/save-file.ts';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { BriefingTemplateDto } from '#shared/contract/briefing.ts';
import classes from './BriefingView.module.css';
import type { BriefingChoice } from './use-briefing.ts';

/** A template is small: its words and what was added from screens. */
const FILE_BYTES_AT_MOST = 8 * 1024 * 1024;

/** Own templates: keep the list of pages under a name, use one, hand it on as a file. */
export function TemplatesPanel({ briefing }: { readonly briefing: BriefingChoice }) {
  const text = useText();
  const { t } = text;
  const api = useApi();
  const queries = useQueryClient();
  const kept = useQuery(api.briefing.templates.queryOptions());
  const [name, setName] = useState('');
  const refresh = (all: BriefingTemplateDto[]) =>
    queries.setQueryData(api.briefing.templates.queryKey(), all);
  const save = useMutation(api.briefing.saveTemplate.mutationOptions({ onSuccess: refresh }));
  const remove = useMutation(api.briefing.removeTemplate.mutationOptions({ onSuccess: refresh }));
  const [isStrange, setStrange] = useState(false);
  const error = save.error ?? remove.error;
  const read = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const template = file.size > FILE_BYTES_AT_MOST ? null : parseTemplate(await file.text());
    setStrange(template === null);
    // The engine checks every field before it keeps it.
    if (template !== null) save.mutate(template, { onError: () => setStrange(true) });
  };
  return (
    <Panel title={t('briefingScreen.templates')}>
      <form
        className={classes.saveTemplate}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(templateOf(name.trim(), briefing), { onSuccess: () => setName('') });
        }}
      >
        <TextInput
          size="sm"
          label={t('briefingScreen.templates.name')}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          size="sm"
          variant="default"
          type="submit"
          disabled={name.trim() === '' || briefing.pages.length === 0}
        >
          {t('briefingScreen.templates.save')}
        </Button>
        <FileButton accept="application/json,.json" onChange={(file) => void read(file)}>
          {(button) => (
            <Button size="sm" variant="subtle" {...button}>
              {t('briefingScreen.templates.read')}
            </Button>
          )}
        </FileButton>
      </form>
      {(isStrange || error !== null) && (
        <p role="alert" className={classes.error}>
          {isStrange ? t('briefingScreen.templates.strange') : describeError(error, text)}
        </p>
      )}
      <ul className={classes.templates}>
        {(kept.data ?? []).map((template) => (
          <TemplateRow
            key={template.name}
            template={template}
            onRemove={() => remove.mutate({ name: template.name })}
          />
        ))}
      </ul>
    </Panel>
  );
}

function TemplateRow(props: { readonly template: BriefingTemplateDto; readonly onRemove: () => void }) {
  const { t } = useText();
  const { template } = props;
  const { name } = template;
  return (
    <li>
      <Button
        size="compact-sm"
        variant="subtle"
        justify="start"
        className={classes.templateName ?? ''}
        onClick={() => applyTemplate(template)}
      >
        {t('briefingScreen.templates.use', { name, pages: template.pages.length })}
      </Button>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('briefingScreen.templates.file', { name })}
        title={t('briefingScreen.templates.file', { name })}
        onClick={() => saveBlob(new Blob([JSON.stringify(template, null, 2)]), `${name}.kh02-briefing.json`)}
      >
        <IconDownload size="1rem" aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('briefingScreen.templates.remove', { name })}
        title={t('briefingScreen.templates.remove', { name })}
        onClick={props.onRemove}
      >
        <IconTrash size="1rem" aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}

function templateOf(name: string, { kind, pages }: BriefingChoice): BriefingTemplateDto {
  return {
    format: 'kh02-briefing-template',
    name,
    briefing: kind,
    pages: pages.map(({ choice }) => choice),
  };
}

/** Only the pages and the kind: cut, unit and language stay what they are. */
function applyTemplate({ briefing, pages }: BriefingTemplateDto): void {
  changeDraft({ kind: briefing, pages: { [briefing]: pages } });
}

function parseTemplate(text: string): BriefingTemplateDto | null {
  try {
    const found: unknown = JSON.parse(text);
    const isOne =
      typeof found === 'object' &&
      found !== null &&
      'format' in found &&
      found.format === 'kh02-briefing-template';
    return isOne ? (found as BriefingTemplateDto) : null;
  } catch {
    return null;
  }
}
