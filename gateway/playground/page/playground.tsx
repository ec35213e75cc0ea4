import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { EditorSettings } from './editor-settings.tsx';
import { ExampleKeeper } from './example-keeper.tsx';
import { initialTabs } from './example-tabs.ts';
import { examplesPlugin } from './examples-panel.tsx';
import { fetcher } from './fetcher.ts';
import iconUrl from './icon.svg';
import { KeyBar } from './key-bar.tsx';
import { LiveStatus } from './live-status.tsx';
import { pageStorage } from './page-storage.ts';

const plugins = [examplesPlugin, HISTORY_PLUGIN];
const tabs = initialTabs();

export function Playground() {
  return (
    <>
      <header className="page-header">
        <h1>
          <img src={iconUrl} alt="" width="28" height="28" />
          Almanac <span className="page-part">playground</span>
        </h1>
        <KeyBar />
      </header>
      <main className="page-main">
        <GraphiQL
          {...tabs}
          fetcher={fetcher}
          storage={pageStorage}
          plugins={plugins}
          visiblePlugin={examplesPlugin}
          defaultEditorToolsVisibility="variables"
          inputValueDeprecation
          shouldPersistHeaders={false}
        >
          <GraphiQL.Logo>
            <span />
          </GraphiQL.Logo>
          <GraphiQL.Footer>
            <LiveStatus />
          </GraphiQL.Footer>
          <EditorSettings />
          <ExampleKeeper />
        </GraphiQL>
      </main>
    </>
  );
}
