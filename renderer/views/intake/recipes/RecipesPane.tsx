import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { saveBlob } from '#renderer/ground/save-file.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import type { RecipeDto } from '#shared/contract/recipes.ts';
import classes from '../DataView.module.css';
import { ImportRecipe } from './ImportRecipe.tsx';
import { type RecipeAct, RecipeDialogs } from './RecipeDialogs.tsx';

/** Công thức đọc: how the tables of senders are read, to be looked through, named and carried to other machines. */
export function RecipesPane() {
  const { t } = useText();
  const query = useQuery(useApi().recipes.list.queryOptions());
  const [chosen, setChosen] = useState<RecipeAct | null>(null);
  const columns = useRecipeColumns(setChosen);
  if (query.data === undefined) return <QueryState query={query} />;
  return (
    <>
      <Toolbar>
        <ImportRecipe />
      </Toolbar>
      {query.data.length === 0 ? (
        <EmptyState title={t('recipes.none')} hint={t('recipes.none.hint')} />
      ) : (
        <Panel title={t('recipes.tab')} note={t('recipes.note')} flush>
          <DataTable
            caption={t('recipes.caption')}
            columns={columns}
            rows={query.data}
            rowKey={({ name }) => name}
          />
        </Panel>
      )}
      <RecipeDialogs chosen={chosen} onClose={() => setChosen(null)} />
    </>
  );
}

function useRecipeColumns(onAct: (act: RecipeAct) => void): readonly Column<RecipeDto>[] {
  const { t } = useText();
  const names = useNames();
  return [
    { key: 'name', header: t('recipes.name'), value: ({ name }) => name },
    {
      key: 'sender',
      header: t('recipes.sender'),
      value: ({ sender }) => (sender === null ? t('recipes.anybody') : names.fullName(sender)),
    },
    { key: 'kind', header: t('recipes.reads'), value: ({ kind }) => t('recipes.kind', { kind }) },
    { key: 'version', header: t('recipes.version'), value: ({ version }) => version, format: 'integer' },
    { key: 'by', header: t('recipes.madeBy'), value: ({ madeBy }) => madeBy },
    { key: 'at', header: t('recipes.madeAt'), value: ({ madeAt }) => madeAt, format: 'time' },
    {
      key: 'actions',
      header: t('intake.inbox.actions'),
      value: null,
      numeric: true,
      cell: (recipe) => <RecipeActs recipe={recipe} onAct={onAct} />,
    },
  ];
}

const ACTS = ['show', 'rename', 'remove'] as const;

function RecipeActs(props: { readonly recipe: RecipeDto; readonly onAct: (act: RecipeAct) => void }) {
  const { recipe, onAct } = props;
  const { t } = useText();
  const say = useSay();
  const api = useApi();
  const save = useMutation({
    mutationFn: () => api.recipes.export.call({ name: recipe.name }),
    onSuccess: ({ file, text }) => {
      saveBlob(new Blob([text], { type: 'application/json' }), file);
      say.done(t('recipes.exported', { name: recipe.name, file }));
    },
    onError: say.error,
  });
  const of = (act: (typeof ACTS)[number] | 'export') => `${t(`recipes.${act}`)}: ${recipe.name}`;
  return (
    <span className={classes.actions}>
      {ACTS.map((act) => (
        <Button
          key={act}
          size="compact-xs"
          variant="default"
          aria-label={of(act)}
          onClick={() => onAct({ act, recipe })}
        >
          {t(`recipes.${act}`)}
        </Button>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        loading={save.isPending}
        aria-label={of('export')}
        onClick={() => save.mutate()}
      >
        {t('recipes.export')}
      </Button>
    </span>
  );
}
