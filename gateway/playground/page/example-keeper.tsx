import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';
import { facts, newerVariables } from './example-tabs.ts';
import { useStore } from './store.ts';

/** Keeps the example that is shown up to date, as long as nobody edited it. */
export function ExampleKeeper(): null {
  const { tab, variableEditor } = useGraphiQL(state => ({
    tab: state.tabs[state.activeTabIndex],
    variableEditor: state.variableEditor,
  }));
  const current = useStore(facts);
  useEffect(() => {
    const newer = tab && current && newerVariables(tab);
    if (newer) variableEditor?.setValue(newer);
  }, [tab, variableEditor, current]);
  return null;
}
