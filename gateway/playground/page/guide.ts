import type { GuideName } from './guide-pages.ts';
import { createStore } from './store.ts';
import { showPanel } from './workbench.ts';

export const GUIDES_TITLE = 'Guides';

interface OpenGuide {
  name: GuideName;
  /** What is looked for in the list of codes. */
  search: string;
}

/** What the panel shows; null: the list of pages. */
export const openGuide = createStore<OpenGuide | null>(null);

/** Shows what a code means. */
export function showCode(code: string): void {
  openGuide.set({ name: 'errors', search: code });
  showPanel(GUIDES_TITLE);
}
