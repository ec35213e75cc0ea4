import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './colors.css';
import './panels.css';
import './live-log.css';
import './narrow.css';
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect } from 'react';
import { AnswerStatus } from './answer-status.tsx';
import { EditorSettings } from './editor-settings.tsx';
import { ExampleKeeper } from './example-keeper.tsx';
import { initialTabs } from './example-tabs.ts';
import { examplesPlugin } from './examples-panel.tsx';
import { fetcher } from './fetcher.ts';
import { guidesPlugin } from './guides-panel.tsx';
import { liveLogPlugin } from './live-log-panel.tsx';
import { pageStorage } from './page-storage.ts';
import { loadedSchema, showPanel, theme, workbench } from './workbench.ts';

const plugins = [examplesPlugin, liveLogPlugin, guidesPlugin, HISTORY_PLUGIN];
const tabs = initialTabs();

/** Tells what stands outside of GraphiQL what it is doing, and the other way round. */
function Bridge(): null {
  const actions = useGraphiQLActions();
  const { schema, shown, isSubscribed } = useGraphiQL(state => ({
    schema: state.schema,
    shown: state.theme,
    isSubscribed: state.subscription !== null,
  }));
  useEffect(() => workbench.set(actions), [actions]);
  useEffect(() => loadedSchema.set(schema ?? null), [schema]);
  useEffect(() => theme.set(shown ?? null), [shown]);
  useEffect(() => {
    // The editor's own colours do not follow by themselves.
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    const follow = () => actions.setTheme(theme.get());
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, [actions]);
  useEffect(() => {
    if (isSubscribed) showPanel(liveLogPlugin.title);
  }, [isSubscribed]);
  return null;
}

/** GraphiQL with our panels. The only thing in its file that others import: it is loaded by itself. */
export default function WorkbenchPane() {
  return (
    <GraphiQL
      {...tabs}
      fetcher={fetcher}
      storage={pageStorage}
      plugins={plugins}
      visiblePlugin={examplesPlugin}
      defaultTheme={null}
      defaultEditorToolsVisibility="variables"
      inputValueDeprecation
      schemaDescription
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <span />
      </GraphiQL.Logo>
      <GraphiQL.Footer>
        <AnswerStatus />
      </GraphiQL.Footer>
      <Bridge />
      <EditorSettings />
      <ExampleKeeper />
    </GraphiQL>
  );
}
