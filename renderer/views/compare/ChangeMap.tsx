import { useCallback, useMemo } from 'react';
import { goTo, hrefTo } from '#renderer/ground/address.ts';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { ChoroplethMap } from '#renderer/map/ChoroplethMap.tsx';
import { classOfUnit } from '#renderer/map/class-text.ts';
import { useTheme } from '#renderer/map/map-style.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { ComparisonDto } from '#shared/contract/compare.ts';
import type { UnitDto } from '#shared/contract/units.ts';
import type { Theme } from '#shared/domain/colours.ts';
import classes from './ChangeMap.module.css';
import { CHANGE_KINDS, changeKey, countOf } from './change-kinds.ts';
import { changeFill, classifyChange, MAPPED_KINDS } from './change-map.ts';

/** Where the change happened, each unit in the colour of what became of it. */
export function ChangeMap(props: {
  readonly comparison: ComparisonDto;
  readonly className?: string | undefined;
}) {
  const { t } = useText();
  const names = useNames();
  const theme = useTheme();
  const { comparison } = props;
  const { level } = comparison;
  const codes = useMemo(
    () => names.units.filter((unit) => isCompared(unit, comparison)).map((unit) => unit.code),
    [names, comparison],
  );
  const classify = useCallback(
    (wanted: Theme) => (codes.length === 0 ? null : classifyChange(comparison, codes, wanted)),
    [comparison, codes],
  );
  const classified = useMemo(() => classify(theme), [classify, theme]);
  const kindName = (key: string | undefined) =>
    t(changeKey(CHANGE_KINDS.find((one) => one === key) ?? 'unchanged', comparison));
  const say = (code: string) => {
    const found = classified === null ? undefined : classOfUnit(classified, code);
    return `${names.fullName(code)}: ${kindName(found?.key)}`;
  };
  return (
    <Panel title={t('compare.map')} className={props.className} flush>
      <ChoroplethMap
        classified={classified}
        label={t('compare.map.label', {
          improved: comparison.improved.length,
          regressed: comparison.regressed.length,
          unchanged: comparison.unchanged,
        })}
        picture={{
          title: t('compare.map.picture', {
            from: names.cut(comparison.from.id),
            to: names.cut(comparison.to.id),
          }),
          legendTitle: t('compare.map'),
          classify,
          nameOf: (item) => kindName(item.key),
          cut: comparison.to.id,
        }}
        onSelect={(code) => goTo(hrefTo(`/don-vi/${code}`))}
        showLabels
        focusProvince={level === 'commune' ? onlyProvince(comparison) : null}
        card={(code) => <p className={classes.card}>{say(code)}</p>}
        describe={say}
        corner={<Legend comparison={comparison} />}
      />
    </Panel>
  );
}

/** Beside the file of one province the others are in no comparison. */
function isCompared({ code, level, parent }: UnitDto, comparison: ComparisonDto): boolean {
  if (level !== comparison.level) return false;
  const province = level === 'province' ? code : parent;
  return comparison.provinces.some((one) => one.code === province);
}

function onlyProvince({ provinces }: ComparisonDto): string | null {
  const [first, second] = provinces;
  return first === undefined || second !== undefined ? null : first.code;
}

function Legend({ comparison }: { readonly comparison: ComparisonDto }) {
  const { t, format } = useText();
  const theme = useTheme();
  return (
    <ul className={classes.legend}>
      {MAPPED_KINDS.filter((kind) => kind !== 'joined' || countOf(comparison, kind) > 0).map((kind) => (
        <li key={kind}>
          <span
            className={kind === 'stopped' ? 'hatched' : undefined}
            style={kind === 'stopped' ? undefined : { background: changeFill(kind, theme) }}
            aria-hidden="true"
          />
          {t(changeKey(kind, comparison))}
          <strong>{format.number(countOf(comparison, kind))}</strong>
        </li>
      ))}
    </ul>
  );
}
