import type { useGraphiQLActions } from '@graphiql/react';
import type { GraphQLSchema } from 'graphql';
import { pageStorage } from './page-storage.ts';
import { createStore } from './store.ts';

/** `null`: as the system has it. */
export type Theme = 'light' | 'dark' | null;

const THEME_KEY = 'graphiql:theme';

function storedTheme(): Theme {
  const stored = pageStorage.getItem(THEME_KEY);
  return stored === 'light' || stored === 'dark' ? stored : null;
}

/** What GraphiQL can do, for what stands outside of it; null until it is loaded. */
export const workbench = createStore<ReturnType<typeof useGraphiQLActions> | null>(null);
/** The schema as GraphiQL has it. */
export const loadedSchema = createStore<GraphQLSchema | null>(null);
export const theme = createStore<Theme>(storedTheme());

/** The classes are GraphiQL's: it is not there yet when the page's first colours are. */
function paint(): void {
  document.body.classList.remove('graphiql-light', 'graphiql-dark');
  const chosen = theme.get();
  if (chosen) document.body.classList.add(`graphiql-${chosen}`);
}
paint();
theme.subscribe(() => {
  pageStorage.setItem(THEME_KEY, theme.get() ?? '');
  paint();
  workbench.get()?.setTheme(theme.get());
});

/**
 * Opens a panel of GraphiQL's by its title. Only the buttons of its sidebar know how to bring back a pane that was
 * closed; the one of a panel that is open says `Hide`.
 */
export function showPanel(title: string): void {
  document.querySelector<HTMLButtonElement>(`.graphiql-sidebar button[aria-label="Show ${title}"]`)?.click();
}

/** Where a panel covers the editors, it has to go for them to be seen. */
export function uncoverEditors(): void {
  if (window.matchMedia('(min-width: 761px)').matches) return;
  document.querySelector<HTMLButtonElement>('.graphiql-sidebar button.active')?.click();
}
