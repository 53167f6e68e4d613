import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { RecipeDto } from '#shared/contract/recipes.ts';
import { recipeLines } from '#shared/text/recipe-text.ts';
import view from '../DataView.module.css';
import { useProblemNames } from '../use-problem-names.ts';

/** Everything that a recipe says of a table, and its versions. */
export function RecipeInWords({ recipe }: { readonly recipe: RecipeDto }) {
  const text = useText();
  const { t, format } = text;
  const names = useProblemNames();
  const { data } = useQuery(useApi().recipes.versions.queryOptions({ input: { name: recipe.name } }));
  const earlier = (data ?? []).filter(({ version }) => version < recipe.version);
  const versionLine = ({ version, madeBy, madeAt, endedAt }: RecipeDto) =>
    t('recipes.versionLine', {
      ...{ version, by: madeBy, at: format.dateTime(madeAt) },
      ended: endedAt === null ? 'none' : format.dateTime(endedAt),
    });
  return (
    <div className={view.stack}>
      <p className={view.soft}>{versionLine(recipe)}</p>
      <ul className={view.lines}>
        {recipeLines(recipe, { words: text, format, names }).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {earlier.length > 0 && (
        <>
          <h3>{t('recipes.earlier')}</h3>
          <ul className={view.lines}>
            {earlier.map((one) => (
              <li key={one.version}>{versionLine(one)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
