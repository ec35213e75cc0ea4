import { type GraphiQLPlugin, MarkdownContent } from '@graphiql/react';
import { type MouseEvent, type SVGProps, useEffect, useId, useState } from 'react';
import { GUIDES_TITLE, openGuide } from './guide.ts';
import { codesInPage, type ErrorCode, type GuideName, guides, isGuideName } from './guide-pages.ts';
import { useStore } from './store.ts';

function GuidesIcon(props: SVGProps<SVGSVGElement>) {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" {...props}>
      <title>Guides</title>
      <circle cx="10" cy="10" r="7" />
      <path d="M8 8a2 2 0 1 1 2.8 1.9c-.6.3-.8.6-.8 1.3M10 13.6v.2" strokeLinecap="round" />
    </svg>
  );
}

/** Each page is loaded when it is opened. */
const pages = import.meta.glob<string>(
  [
    '../../../docs/*.md',
    // For those who run it.
    '!**/{architecture,configuration,data-sources,observability,operating,playground,races,replica,pgbouncer}.md',
  ],
  { query: '?raw', import: 'default' },
);

function usePage(name: GuideName): string | Error | null {
  const [page, setPage] = useState<string | Error | null>(null);
  useEffect(() => {
    let isWanted = true;
    const load = pages[`../../../docs/${name}.md`];
    const failed = () => new Error('The page could not be loaded. Is the server there?');
    void (load?.() ?? Promise.resolve(failed())).catch(failed).then(found => isWanted && setPage(found));
    return () => {
      isWanted = false;
    };
  }, [name]);
  return page;
}

/** Links between the pages stay in the panel; others lead into the source, which is not here. */
function follow(event: MouseEvent<HTMLElement>): void {
  const link = event.target instanceof Element && event.target.closest('a');
  const href = link ? (link.getAttribute('href') ?? '') : null;
  if (href === null || /^https?:/.test(href)) return;
  event.preventDefault();
  const name = /^([a-z-]+)\.md/.exec(href)?.[1] ?? '';
  if (isGuideName(name)) openGuide.set({ name, search: '' });
}

/** GraphiQL renders markdown and leaves its links to us. */
function MarkdownPage({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the links in it are what is clicked
    <div className="guide-text" onClick={follow}>
      <MarkdownContent type="description">{text.replace(/^<!--.*-->\n/, '')}</MarkdownContent>
    </div>
  );
}

function Codes({ codes }: { codes: readonly ErrorCode[] }) {
  const search = useStore(openGuide)?.search ?? '';
  const id = useId();
  const words = search.trim().toLowerCase();
  const found = codes.filter(({ code, meaning }) => `${code} ${meaning}`.toLowerCase().includes(words));
  return (
    <>
      <label htmlFor={id} className="hidden-text">
        Search the codes
      </label>
      <input
        id={id}
        type="search"
        className="panel-search"
        placeholder={`Search ${codes.length} codes`}
        value={search}
        onChange={event => openGuide.set({ name: 'errors', search: event.target.value })}
      />
      {found.length === 0 && <p className="panel-empty">No code like that.</p>}
      <dl className="codes">
        {found.map(({ code, status, meaning }) => (
          <div key={code}>
            <dt>
              <code>{code}</code>
              <span className="soft">{status === null ? 'problem' : `HTTP ${status}`}</span>
            </dt>
            <dd>{meaning.replaceAll('`', '')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Guide({ name }: { name: GuideName }) {
  const page = usePage(name);
  return (
    <>
      <button type="button" className="plain-button guide-back" onClick={() => openGuide.set(null)}>
        ‹ All guides
      </button>
      {page === null && <p className="panel-empty">Loading …</p>}
      {page instanceof Error && <p className="panel-empty bad">{page.message}</p>}
      {typeof page === 'string' &&
        (name === 'errors' ? (
          <>
            <h2>{guides.errors}</h2>
            <Codes codes={codesInPage(page)} />
            <MarkdownPage text={page.replace(/^\|.*\n?/gm, '').replace(/^# .*$/m, '')} />
          </>
        ) : (
          <MarkdownPage text={page} />
        ))}
    </>
  );
}

function GuidesPanel() {
  const open = useStore(openGuide);
  return (
    <section className="panel guides" aria-label="Guides">
      {open ? (
        <Guide key={open.name} name={open.name} />
      ) : (
        <>
          <h2>Guides</h2>
          <p className="soft">What types and fields are is in the documentation, the first panel.</p>
          <ul>
            {(Object.keys(guides) as GuideName[]).map(name => (
              <li key={name}>
                <button type="button" className="guide" onClick={() => openGuide.set({ name, search: '' })}>
                  {guides[name]}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The pages of docs/, and what codes mean. */
export const guidesPlugin: GraphiQLPlugin = {
  title: GUIDES_TITLE,
  icon: GuidesIcon,
  content: GuidesPanel,
};
