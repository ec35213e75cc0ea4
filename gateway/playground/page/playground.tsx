import { Component, lazy, type ReactNode, Suspense } from 'react';
import { PageHeader } from './page-header.tsx';

/** Editors are most of the page: its head is there before them. */
const Workbench = lazy(() => import('./workbench-pane.tsx'));

class Fallible extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };
  static getDerivedStateFromError() {
    return { isBroken: true };
  }
  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <div className="page-note" role="alert">
        <p>The editors could not be loaded: the line broke, or there is a newer version of this page.</p>
        <button type="button" className="soft-button" onClick={() => window.location.reload()}>
          Load the page again
        </button>
      </div>
    );
  }
}

export function Playground() {
  return (
    <>
      <PageHeader />
      <main className="page-main">
        <Fallible>
          <Suspense
            fallback={
              <p className="page-note" role="status">
                Loading the editors …
              </p>
            }
          >
            <Workbench />
          </Suspense>
        </Fallible>
      </main>
    </>
  );
}
