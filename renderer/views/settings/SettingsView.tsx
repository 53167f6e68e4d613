import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/client/ApiProvider.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { KeysPanel } from '#renderer/views/snapshots/KeysPanel.tsx';
import { PersonalSettings } from './PersonalSettings.tsx';
import { RuleEditorPanel } from './RuleEditorPanel.tsx';
import { RuleVersions } from './RuleVersions.tsx';
import classes from './SettingsView.module.css';

/** Cài đặt: the person and the display, the keys, the rule set with its preview, and its versions. */
export function SettingsView() {
  const api = useApi();
  // undefined: the version in force.
  const [version, setVersion] = useState<number>();
  const query = useQuery(api.rules.get.queryOptions({ input: version === undefined ? {} : { version } }));
  return (
    <div className={classes.page}>
      <PersonalSettings />
      <KeysPanel />
      {query.data === undefined || query.isError ? (
        <QueryState query={query} />
      ) : (
        <RuleEditorPanel
          key={query.data.version}
          version={query.data.version}
          rules={query.data.rules}
          onSaved={() => setVersion(undefined)}
        />
      )}
      <RuleVersions onOpen={setVersion} />
    </div>
  );
}
