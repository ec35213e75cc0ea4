import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { type SVGProps, useEffect, useId, useMemo, useRef, useState } from 'react';
import { account } from './account.ts';
import { operationOf } from './example-documents.ts';
import type { Example, ExampleGroup } from './example-facts.ts';
import { exampleIn, startOver, tabOf } from './example-tabs.ts';
import { exampleGroups } from './examples.ts';
import { useStore } from './store.ts';
import { loadedSchema, uncoverEditors } from './workbench.ts';

function ExamplesIcon(props: SVGProps<SVGSVGElement>) {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" {...props}>
      <title>Examples</title>
      <path d="M3 5.5h2M3 10h2M3 14.5h2M8 5.5h9M8 10h9M8 14.5h9" strokeLinecap="round" />
    </svg>
  );
}

function kindOf(name: string): string {
  const [definition] = parse(operationOf(name).text).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.operation : '';
}

/** Shows the tab of an example, or opens one where the visitor closed or changed it. */
function useOpenExample(): (name: string) => void {
  const { addTab, changeTab, stop, updateActiveTabValues } = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL(state => ({
    tabs: state.tabs,
    activeTabIndex: state.activeTabIndex,
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }));
  return name => {
    uncoverEditors();
    const index = tabs.findIndex(tab => exampleIn(tab.query) === name);
    if (index === activeTabIndex) return;
    if (index >= 0) return changeTab(index);
    const tab = tabOf(name);
    // Otherwise a subscription would go on and write into the new tab.
    stop();
    addTab();
    queryEditor?.setValue(tab.query);
    variableEditor?.setValue(tab.variables);
    updateActiveTabValues({ ...tab, operationName: name });
  };
}

/** Comments mark code with backticks. */
function Hint({ text }: { text: string }) {
  const parts = text.split('`');
  return (
    <span className="example-hint">
      {parts.map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))}
    </span>
  );
}

interface EntryProps {
  name: string;
  example: Example;
  isShown: boolean;
  open(name: string): void;
}

function Entry({ name, example, isShown, open }: EntryProps) {
  const { kind: who } = useStore(account);
  const isSignedIn = who === 'known' || who === 'limited';
  const kind = kindOf(name);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isShown) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  return (
    <li ref={item}>
      <button
        type="button"
        className="example"
        aria-current={isShown ? 'true' : undefined}
        onClick={() => open(name)}
      >
        <span className="example-title">
          {example.title}
          {example.needsKey && !isSignedIn && <span className="example-note">needs a key</span>}
        </span>
        <span className="example-name">
          <span className={`example-kind example-${kind}`}>{kind}</span> {name}
        </span>
        {isShown && <Hint text={operationOf(name).comment} />}
        {isShown && example.hint && <Hint text={example.hint} />}
        {isShown && example.needsBooking && <Hint text="`CreateBooking` fills in its variables." />}
      </button>
    </li>
  );
}

function confirmStartOver(): void {
  if (window.confirm('Close all tabs and open the examples as they were at first?')) startOver();
}

/** Those of a group for which something holds; without any the group is left out. */
function narrow(
  groups: readonly ExampleGroup[],
  fits: (name: string, example: Example, group: ExampleGroup) => boolean,
): ExampleGroup[] {
  return groups.flatMap(group => {
    const fitting = Object.entries(group.examples).filter(([name, example]) => fits(name, example, group));
    return fitting.length > 0 ? [{ ...group, examples: Object.fromEntries(fitting) }] : [];
  });
}

/** A contract or a version may not have all that the examples ask for. */
function validIn(schema: GraphQLSchema | null): ExampleGroup[] {
  if (!schema) return [...exampleGroups];
  return narrow(exampleGroups, name => validate(schema, parse(operationOf(name).text)).length === 0);
}

function matches(words: readonly string[], texts: readonly string[]): boolean {
  const text = texts.join(' ').toLowerCase();
  return words.every(word => text.includes(word));
}

function ExamplesPanel() {
  const open = useOpenExample();
  const shown = useGraphiQL(state => exampleIn(state.tabs[state.activeTabIndex]?.query ?? null));
  const schema = useStore(loadedSchema);
  const [search, setSearch] = useState('');
  const id = useId();
  const valid = useMemo(() => validIn(schema), [schema]);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = narrow(valid, (name, { title, hint = '' }, group) =>
    matches(words, [name, title, hint, kindOf(name), operationOf(name).comment, group.title]),
  );
  return (
    <section className="panel examples" aria-label="Examples">
      <h2>Examples</h2>
      <label htmlFor={id} className="hidden-text">
        Search the examples
      </label>
      <input
        id={id}
        type="search"
        className="panel-search"
        placeholder="Search the examples"
        value={search}
        onChange={event => setSearch(event.target.value)}
      />
      {found.length === 0 && (
        <p className="panel-empty">
          {words.length > 0
            ? 'No example like that.'
            : 'The examples ask for what this contract does not have.'}
        </p>
      )}
      {found.map(group => (
        <div key={group.title}>
          <h3>{group.title}</h3>
          <p className="example-group soft">{group.description}</p>
          <ul>
            {Object.entries(group.examples).map(([name, example]) => (
              <Entry key={name} name={name} example={example} isShown={name === shown} open={open} />
            ))}
          </ul>
        </div>
      ))}
      <button type="button" className="plain-button" onClick={confirmStartOver}>
        Start over with the examples
      </button>
    </section>
  );
}

/** A panel like the documentation's: lists the examples and brings them back. */
export const examplesPlugin: GraphiQLPlugin = {
  title: 'Examples',
  icon: ExamplesIcon,
  content: ExamplesPanel,
};
