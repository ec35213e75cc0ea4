import { useId, useState } from 'react';
import { AccountMenu } from './account-menu.tsx';
import { apiVersion } from './api-version.ts';
import iconUrl from './icon.svg';
import { contract, contracts, versions } from './site.ts';
import { useStore } from './store.ts';
import { type Theme, theme, workbench } from './workbench.ts';

const themes: readonly { value: Theme; name: string; path: string }[] = [
  { value: null, name: 'As the system', path: 'M3 4h14v9H3zM7 16h6M10 13v3' },
  {
    value: 'light',
    name: 'Light',
    path: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1',
  },
  { value: 'dark', name: 'Dark', path: 'M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z' },
];

function ThemeSwitch() {
  const current = useStore(theme);
  return (
    <fieldset className="theme-switch">
      <legend className="hidden-text">Colours</legend>
      {themes.map(({ value, name, path }) => (
        <button
          key={name}
          type="button"
          aria-pressed={current === value}
          aria-label={name}
          title={name}
          onClick={() => theme.set(value)}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d={path} />
          </svg>
        </button>
      ))}
    </fieldset>
  );
}

/** Where there is more than one view of the graph, each has its own page. */
function ContractSwitch() {
  if (contracts.length < 2) return null;
  return (
    <nav className="contracts" aria-label="Contracts">
      {contracts.map(({ title, description, playground }) => (
        <a
          key={playground}
          href={`${playground}/`}
          title={description}
          aria-current={playground === contract.playground ? 'page' : undefined}
        >
          {title}
        </a>
      ))}
    </nav>
  );
}

const VERSION = /^(\d{4}-\d\d-\d\d)?$/;

function VersionField() {
  const [draft, setDraft] = useState(apiVersion.get());
  const id = useId();
  function change(asked: string) {
    setDraft(asked);
    const version = asked.trim();
    if (!VERSION.test(version)) return;
    apiVersion.set(version);
    // Another version is another schema.
    void workbench.get()?.introspect();
  }
  return (
    <div className="version">
      <label htmlFor={id}>Version</label>
      <input
        id={id}
        list={`${id}-known`}
        value={draft}
        placeholder="newest"
        maxLength={10}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={!VERSION.test(draft.trim())}
        title="Sent as the header almanac-version: a date such as 2026-11-01. Empty: the newest."
        onChange={event => change(event.target.value)}
      />
      <datalist id={`${id}-known`}>
        {versions.map(date => (
          <option key={date} value={date} />
        ))}
      </datalist>
    </div>
  );
}

export function PageHeader() {
  return (
    <header className="page-header">
      <h1>
        <img src={iconUrl} alt="" width="28" height="28" />
        Almanac <span className="page-part">playground</span>
      </h1>
      <ContractSwitch />
      <div className="header-tools">
        <VersionField />
        <ThemeSwitch />
        <AccountMenu />
      </div>
    </header>
  );
}
