import { operationOf } from './example-documents.ts';
import { type Example, type ExampleFacts, type MadeBooking, nextMonday } from './example-facts.ts';
import { exampleGroups } from './examples.ts';
import type { GraphResult } from './http.ts';
import { pageStorage, readJson } from './page-storage.ts';
import { contract } from './site.ts';
import { createStore } from './store.ts';

interface Tab {
  query: string;
  variables: string;
}

/** GraphiQL's own keys. */
const TABS_KEY = 'graphiql:tabState';
const EDITOR_KEYS = [TABS_KEY, 'graphiql:query', 'graphiql:variables', 'graphiql:headers'];
/** How the panes share the room, as GraphiQL keeps it: the first one's size divided by the second one's. */
const SIZES = { 'graphiql:docExplorerFlex': '0.36', 'graphiql:secondaryEditorFlex': '1.4' };
/** Ours. */
const ATTEMPT_KEY = 'attempt';
const WRITTEN_KEY = 'example-variables';

const examples = new Map(exampleGroups.flatMap(group => Object.entries(group.examples)));
const nameByText = new Map([...examples.keys()].map(name => [operationOf(name).text, name]));

function newAttempt(): string {
  const attempt = crypto.randomUUID().slice(0, 8);
  pageStorage.setItem(ATTEMPT_KEY, attempt);
  return attempt;
}

export const facts = createStore<ExampleFacts>({
  monday: nextMonday(new Date()),
  attempt: pageStorage.getItem(ATTEMPT_KEY) ?? newAttempt(),
  booking: null,
  isLocal: ['localhost', '127.0.0.1', '[::1]'].includes(window.location.hostname),
});

/** The variables that each example was last given, by name: whatever differs was written by the visitor. */
const written = new Map<string, string>(
  Object.entries((readJson(WRITTEN_KEY) ?? {}) as Record<string, string>),
);

function variablesOf(name: string, example: Example): string {
  const variables = JSON.stringify(example.variables(facts.get()), null, 2);
  written.set(name, variables);
  pageStorage.setItem(WRITTEN_KEY, JSON.stringify(Object.fromEntries(written)));
  return variables;
}

/** The example that a tab shows, by its text; prettifying ends that with an empty line. */
export function exampleIn(query: string | null): string | undefined {
  return nameByText.get(query?.trimEnd() ?? '');
}

export function tabOf(name: string): Tab {
  const example = examples.get(name);
  if (!example) throw new Error(`There is no example ${name}.`);
  return { query: operationOf(name).text, variables: variablesOf(name, example) };
}

/** Newer variables for a tab that still is as the page made it: times pass, bookings are made. */
export function newerVariables(tab: { query: string | null; variables?: string | null }): string | null {
  const name = exampleIn(tab.query);
  const example = name && examples.get(name);
  if (!example || (example.needsBooking && !facts.get().booking)) return null;
  const current = tab.variables?.trimEnd() ?? '';
  if (current !== (written.get(name) ?? '')) return null;
  const variables = variablesOf(name, example);
  return variables === current ? null : variables;
}

function isStoredTab(value: unknown): value is { query: string | null; variables: string | null } {
  return typeof value === 'object' && value !== null && 'query' in value && 'variables' in value;
}

/** What GraphiQL begins with: the tabs of the last visit, or the examples. */
export function initialTabs(): { defaultTabs: Tab[]; initialQuery: string; initialVariables: string } {
  for (const [key, size] of Object.entries(SIZES)) {
    if (pageStorage.getItem(key) === null) pageStorage.setItem(key, size);
  }
  const stored = readJson(TABS_KEY) as { tabs?: unknown[]; activeTabIndex?: number } | null;
  const active = stored?.tabs?.[stored.activeTabIndex ?? 0];
  if (isStoredTab(active)) {
    const { query, variables } = active;
    return { defaultTabs: [], initialQuery: query ?? '', initialVariables: variables ?? '' };
  }
  const isWhole = contract.path === '/graphql';
  // What a narrower contract holds is not known yet: what needs no key is in all of them.
  const open = [...examples].filter(([, { isOpen, needsKey }]) => isOpen && (isWhole || !needsKey));
  const defaultTabs = open.map(([name]) => tabOf(name));
  const [first] = defaultTabs;
  // Of the first tab GraphiQL would show the query alone.
  return { defaultTabs, initialQuery: first?.query ?? '', initialVariables: first?.variables ?? '' };
}

/** Forgets all tabs and shows the examples as they were at first. */
export function startOver(): void {
  for (const key of EDITOR_KEYS) pageStorage.removeItem(key);
  pageStorage.removeItem(ATTEMPT_KEY);
  window.location.reload();
}

function isMadeBooking(value: unknown): value is MadeBooking {
  const { id, manageToken } = value as Partial<MadeBooking>;
  return typeof id === 'string' && typeof manageToken === 'string';
}

/** Learns from the answers: a booking that was made can be moved and cancelled, and after that made again. */
export function learnFrom({ data }: GraphResult): void {
  const created = data?.['createBooking'] as { booking?: { id?: string }; manageToken?: string } | undefined;
  const booking = { id: created?.booking?.id, manageToken: created?.manageToken };
  if (isMadeBooking(booking)) facts.set({ ...facts.get(), booking });
  const cancelled = data?.['cancelBooking'] as { __typename?: string } | undefined;
  if (cancelled?.__typename === 'BookingCancelled') facts.set({ ...facts.get(), attempt: newAttempt() });
}
