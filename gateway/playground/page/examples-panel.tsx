import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { Kind, parse } from 'graphql';
import { type SVGProps, useEffect, useRef } from 'react';
import { apiKey } from './api-key.ts';
import { operationOf } from './example-documents.ts';
import { exampleIn, startOver, tabOf } from './example-tabs.ts';
import { type Example, exampleGroups } from './examples.ts';
import { useStore } from './store.ts';

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
  const isSignedIn = useStore(apiKey) !== '';
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

function ExamplesPanel() {
  const open = useOpenExample();
  const shown = useGraphiQL(state => exampleIn(state.tabs[state.activeTabIndex]?.query ?? null));
  return (
    <section className="examples" aria-label="Examples">
      <h2>Examples</h2>
      {exampleGroups.map(group => (
        <div key={group.title}>
          <h3>{group.title}</h3>
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
