import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { RuleEditorPanel } from './RuleEditorPanel.tsx';
import { RuleVersions } from './RuleVersions.tsx';

/** The rule set with its preview, and its versions. */
export function RulesPanels() {
  const api = useApi();
  // undefined: the version in force.
  const [version, setVersion] = useState<number>();
  const query = useQuery(api.rules.get.queryOptions({ input: version === undefined ? {} : { version } }));
  return (
    <>
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
    </>
  );
}
