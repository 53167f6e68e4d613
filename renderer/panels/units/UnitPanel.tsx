import { ActionIcon } from '@mantine/core';
import { IconArrowsMaximize, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { UnitProfileDto } from '#shared/contract/units.ts';
import { monthName } from '#shared/text/reason-text.ts';
import { CriteriaList } from './CriteriaList.tsx';
import { criteriaNote } from './criteria-note.ts';
import { OutputsTable } from './OutputsTable.tsx';
import { UnitHeading } from './UnitHeading.tsx';
import { UnitAlerts } from './UnitLists.tsx';
import classes from './UnitPanel.module.css';
import { UnitWhy } from './UnitWhy.tsx';
import { useUnitProfile } from './use-unit-profile.ts';

/** The short profile beside the map. It takes the focus when it opens; Esc closes it. */
export function UnitPanel(props: {
  readonly code: string;
  readonly cut: string | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const names = useNames();
  const { code, onClose } = props;
  const query = useUnitProfile(code, props.cut);
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another unit is a new panel and takes the focus again
  useEffect(() => panel.current?.focus({ preventScroll: true }), [code]);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={classes.panel}
      aria-label={t('units.panel', { unit: names.fullName(code) })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={classes.tools}>
        <AppLink to={`/don-vi/${code}`} className={classes.full ?? ''}>
          <IconArrowsMaximize size="1rem" aria-hidden="true" />
          {t('units.fullPage')}
        </AppLink>
        <ActionIcon variant="subtle" color="gray" aria-label={t('frame.close')} onClick={onClose}>
          <IconX size="1.125rem" aria-hidden="true" />
        </ActionIcon>
      </div>
      {query.data === undefined || query.isError ? (
        <QueryState query={query} />
      ) : (
        <Content profile={query.data} />
      )}
    </aside>
  );
}

function Content({ profile }: { readonly profile: UnitProfileDto }) {
  const text = useText();
  return (
    <div className={classes.content}>
      <UnitHeading profile={profile} compact />
      <UnitWhy profile={profile} />
      <Panel title={text.t('units.criteria')} note={criteriaNote(profile, text)}>
        <CriteriaList profile={profile} />
      </Panel>
      <Panel title={text.t('units.outputs')} note={monthName(profile.outputs[0]?.cut, text) ?? ''}>
        <OutputsTable profile={profile} compact />
      </Panel>
      <UnitAlerts profile={profile} />
    </div>
  );
}
