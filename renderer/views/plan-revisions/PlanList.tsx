import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { changeQuery } from '#renderer/ground/address.ts';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { deadlineOn, type Plan } from '#shared/domain/plan.ts';
import { foldText } from '#shared/text/fold.ts';
import { AddItem } from './AddItem.tsx';
import type { PlanItem, PlanPart } from './fields.ts';
import classes from './PlanList.module.css';
import { countProblems, usePlanEditor } from './plan-editor.tsx';
import { planWord, shareText } from './use-field-text.ts';
import { TASK_ORDERS, usePlanAddress } from './use-plan-address.ts';

interface Entry {
  readonly item: PlanItem;
  readonly at: number;
}

/** What a part of the plan holds, in sections; tasks by group, by pillar or by phase. */
export function PlanList({ part, chosen }: { readonly part: PlanPart; readonly chosen: number }) {
  const text = useText();
  const { t } = text;
  const { plan, isReadOnly } = usePlanEditor();
  const { order } = usePlanAddress();
  const [search, setSearch] = useState('');
  const [isAdding, setAdding] = useState(false);
  const words = foldText(search).split(' ');
  const all: Entry[] = plan[part].map((item, at) => ({ item, at }));
  const shown = all.filter(({ item }) => {
    const own = foldText(
      [item.code, item.name, item.nameEn, 'leadAgency' in item ? item.leadAgency : ''].join(' '),
    );
    return words.every((word) => own.includes(word));
  });
  const sections = sectionsOf(plan, part, order, shown, text);
  return (
    <Panel
      title={text.tryText(`planFile.sheet.${part}`) ?? part}
      note={t('table.showing', { shown: shown.length, total: all.length })}
      actions={
        !isReadOnly && (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {t('planRevisions.add')}
          </Button>
        )
      }
      flush
      scrolls
    >
      <Filters part={part} search={search} onSearch={setSearch} />
      {shown.length === 0 && <EmptyState title={t('planRevisions.noneFound')} />}
      <nav aria-label={text.tryText(`planFile.sheet.${part}`) ?? part}>
        {sections.map(({ title, entries }) => (
          <section key={title} className={classes.section}>
            {title !== '' && (
              <h3>
                {title} <span>{text.format.number(entries.length)}</span>
              </h3>
            )}
            <ul>
              {entries.map((entry) => (
                <Line key={`${entry.at}`} part={part} entry={entry} isChosen={entry.at === chosen} />
              ))}
            </ul>
          </section>
        ))}
      </nav>
      {isAdding && <AddItem part={part} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function Filters(props: {
  readonly part: PlanPart;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}) {
  const { t } = useText();
  const { order } = usePlanAddress();
  return (
    <div className={classes.filters}>
      <TextInput
        size="xs"
        aria-label={t('planRevisions.search')}
        placeholder={t('planRevisions.search')}
        leftSection={<IconSearch size="0.875rem" aria-hidden="true" />}
        value={props.search}
        onChange={(event) => props.onSearch(event.currentTarget.value)}
      />
      {props.part === 'tasks' && (
        <Select
          size="xs"
          aria-label={t('planRevisions.order')}
          allowDeselect={false}
          data={TASK_ORDERS.map((value) => ({ value, label: t(`planRevisions.order.${value}`) }))}
          value={order}
          onChange={(next) => changeQuery({ xep: next })}
        />
      )}
    </div>
  );
}

function Line(props: { readonly part: PlanPart; readonly entry: Entry; readonly isChosen: boolean }) {
  const { pick } = useText();
  const { part, entry, isChosen } = props;
  const { item } = entry;
  return (
    <li>
      <AppLink
        to="/ke-hoach"
        query={useItemQuery(part, item.code)}
        className={classes.line ?? ''}
        data-long={LONG_CODES.has(part) || undefined}
        aria-current={isChosen ? 'true' : undefined}
      >
        {!LONG_CODES.has(part) && <span className={classes.code}>{item.code}</span>}
        <span>{pick(item)}</span>
        <Marks part={part} entry={entry} />
        <Beside item={item} />
      </AppLink>
    </li>
  );
}

/** Their codes are words for files, not what people call them. */
const LONG_CODES: ReadonlySet<PlanPart> = new Set(['indicators', 'difficulties', 'pillars', 'phases']);

function useItemQuery(part: PlanPart, code: string) {
  const { order, revision } = usePlanAddress();
  return {
    phan: part,
    muc: code,
    xep: order === 'group' ? null : order,
    ban: revision === null ? null : String(revision),
  };
}

/** New, changed, retired, wrong: said in words. */
function Marks({ part, entry }: { readonly part: PlanPart; readonly entry: Entry }) {
  const { t, format } = useText();
  const editor = usePlanEditor();
  const { item, at } = entry;
  const change = editor.changes.get(`${part} ${item.code}`);
  const wrong = countProblems(editor, `${part}.${at}`);
  const until = 'until' in item ? item.until : null;
  return (
    <span className={classes.marks}>
      {wrong > 0 && <span data-wrong>{t('planRevisions.mark.wrong', { count: wrong })}</span>}
      {change !== undefined && change.kind !== 'retired' && (
        <span data-changed>{t(`planChange.${change.kind}`)}</span>
      )}
      {until !== null && <span>{t('planRevisions.mark.until', { day: format.date(until) })}</span>}
    </span>
  );
}

/** Of a task who leads it and until when; of an indicator its thresholds. */
function Beside({ item }: { readonly item: PlanItem }) {
  const text = useText();
  const { t, format, locale } = text;
  const { from } = usePlanEditor();
  if ('scope' in item) {
    const deadline = format.date(deadlineOn(item, from));
    const lead = locale === 'vi' ? item.leadAgency : item.leadAgencyEn;
    return (
      <span className={classes.soft}>
        {item.extensions.length === 0
          ? t('planRevisions.line.task', { lead, deadline })
          : t('planRevisions.line.extended', { lead, deadline, first: format.date(item.deadline) })}
      </span>
    );
  }
  if (!('greenFrom' in item)) return null;
  const [green, yellow] = [item.greenFrom, item.yellowFrom].map((value) => shareText(text, item.kind, value));
  return (
    <span className={classes.soft}>
      {t('planRevisions.line.indicator', {
        code: item.code,
        green: green ?? '',
        yellow: yellow ?? '',
        direction: item.direction,
      })}
    </span>
  );
}

function sectionsOf(
  plan: Plan,
  part: PlanPart,
  order: (typeof TASK_ORDERS)[number],
  entries: readonly Entry[],
  text: Text,
): { readonly title: string; readonly entries: readonly Entry[] }[] {
  if (part !== 'tasks' && part !== 'indicators') return entries.length === 0 ? [] : [{ title: '', entries }];
  const keyOf = ({ item }: Entry): string =>
    'scope' in item ? (item[order] ?? '') : 'kind' in item ? item.kind : '';
  const [heads, without] = headsOf(plan, part, order, text);
  const byKey = Map.groupBy(entries, (entry) => (heads.has(keyOf(entry)) ? keyOf(entry) : ''));
  return [...heads, ['', without] as const].flatMap(([key, title]) => {
    const own = byKey.get(key);
    return own === undefined ? [] : [{ title, entries: own }];
  });
}

/** The titles by code, and what stands over what belongs to none. */
function headsOf(
  plan: Plan,
  part: 'tasks' | 'indicators',
  order: (typeof TASK_ORDERS)[number],
  text: Text,
): readonly [ReadonlyMap<string, string>, string] {
  if (part === 'indicators') {
    const kinds = (['criterion', 'ratio', 'count'] as const).map(
      (kind) => [kind, planWord(text, kind)] as const,
    );
    return [new Map(kinds), ''];
  }
  const parts = { group: plan.groups, pillar: plan.pillars, phase: plan.phases }[order];
  const heads = new Map(
    parts.map((one) => [
      one.code,
      order === 'group'
        ? text.t('planRevisions.group', { code: one.code, name: text.pick(one) })
        : text.pick(one),
    ]),
  );
  return [heads, text.t(`planRevisions.order.${order}.none`)];
}
