import { z } from 'zod';
import { readSetting, writeSetting } from '#main/core/ground/settings/store.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { type BriefingTemplateDto, briefingTemplate } from '#shared/contract/briefing.ts';

const KEY = 'briefing.templates';
const templates = z.array(briefingTemplate.nullable().catch(null));

/** Templates by name; one that an older version left and this one cannot read is left out. */
export function listTemplates(database: ReadDatabase): BriefingTemplateDto[] {
  const kept = templates.safeParse(readSetting(database, KEY)).data ?? [];
  return kept.filter((template) => template !== null);
}

/** Keeps the template, in place of one of the same name; returns all of them in the order of their names. */
export function saveTemplate(database: WriteDatabase, template: BriefingTemplateDto): BriefingTemplateDto[] {
  const others = listTemplates(database).filter(({ name }) => name !== template.name);
  const all = [...others, template].sort((left, right) => left.name.localeCompare(right.name, 'vi'));
  writeSetting(database, KEY, all);
  return all;
}

/** Forgets the template of that name, if there is one; returns the others. */
export function removeTemplate(database: WriteDatabase, name: string): BriefingTemplateDto[] {
  const others = listTemplates(database).filter((one) => one.name !== name);
  writeSetting(database, KEY, others);
  return others;
}
