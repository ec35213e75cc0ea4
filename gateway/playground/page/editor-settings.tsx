import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';
import { lastAnswer } from './http.ts';

/** GraphiQL's 15 px leave too few columns beside two panels. */
const FONT_SIZE_PX = 13;

/** What GraphiQL has no property for. */
export function EditorSettings(): null {
  const activeTabIndex = useGraphiQL(state => state.activeTabIndex);
  const editors = useGraphiQL(state => [
    state.queryEditor,
    state.variableEditor,
    state.headerEditor,
    state.responseEditor,
  ]);
  useEffect(() => {
    for (const editor of editors) editor?.updateOptions({ fontSize: FONT_SIZE_PX });
  }, [editors]);
  useEffect(() => {
    // What is said of an answer is said of that of another tab.
    lastAnswer.set(null);
    // The strip of tabs scrolls, without a bar that would tell.
    const tab = document.getElementById(`graphiql-session-tab-${activeTabIndex}`);
    tab?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [activeTabIndex]);
  return null;
}
