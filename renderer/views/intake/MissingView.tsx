import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import inspector from './Inspector.module.css';

/** Communes of the province of which the file says nothing, by cut. */
export function MissingView({ preview }: { readonly preview: IntakePreviewDto }) {
  const { t } = useText();
  const names = useNames();
  if (preview.province === null) return <EmptyState title={t('intake.missing.unknown')} />;
  const missing = preview.missing.filter(({ communes }) => communes.length > 0);
  if (missing.length === 0) return <EmptyState title={t('intake.missing.none')} />;
  return missing.map(({ cut, communes }) => (
    <Panel key={cut} title={t('intake.missing.cut', { cut: names.cut(cut), count: communes.length })} flush>
      <ul className={inspector.missing}>
        {communes.map((code) => (
          <li key={code}>{names.fullName(code)}</li>
        ))}
      </ul>
    </Panel>
  ));
}
