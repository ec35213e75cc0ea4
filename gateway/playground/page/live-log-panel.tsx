import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { memo, type SVGProps, useEffect, useId, useRef, useState } from 'react';
import {
  clearLog,
  type LiveEntry,
  type LiveEvent,
  type LiveLog,
  type LiveNote,
  liveLog,
  MAX_ENTRIES,
} from './live-log.ts';
import { bytesText, timeText } from './measures.ts';
import { resumeNext } from './socket.ts';
import { useStore } from './store.ts';

function LiveIcon(props: SVGProps<SVGSVGElement>) {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" {...props}>
      <title>Live log</title>
      <circle cx="10" cy="10" r="1.6" fill="currentColor" stroke="none" />
      <path d="M6.5 13.5a5 5 0 0 1 0-7M13.5 6.5a5 5 0 0 1 0 7" strokeLinecap="round" />
      <path d="M4 16a8.5 8.5 0 0 1 0-12M16 4a8.5 8.5 0 0 1 0 12" strokeLinecap="round" />
    </svg>
  );
}

const stateTexts = {
  idle: 'Not subscribed',
  connecting: 'Connecting …',
  live: 'Live',
  waiting: 'The line broke. Connecting again …',
  ended: 'Stopped',
} as const;

function delayText(delay: number): string {
  if (delay < 0 || delay >= 86_400_000) return '';
  return delay < 1_000 ? `${delay} ms later` : `${Math.round(delay / 1_000)} s later`;
}

const Event = memo(({ event }: { event: LiveEvent }) => {
  const [isOpen, setIsOpen] = useState(false);
  const { number, at, title, cursor, delay, bytes, json, isError } = event;
  return (
    <li className="live-event">
      <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <span className="live-line">
          <span className={isError ? 'live-title bad' : 'live-title'}>{title}</span>
          <time dateTime={at.toISOString()}>{timeText(at)}</time>
        </span>
        <span className="live-line soft">
          <span>
            #{number}
            {cursor !== null && (
              <>
                {' · '}
                <code title="cursor">{cursor}</code>
              </>
            )}
          </span>
          <span>
            {bytesText(bytes)}
            {delay !== null && delayText(delay) && ` · ${delayText(delay)}`}
          </span>
        </span>
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section tabIndex={0} aria-label={`Event ${number}`}>
          <pre>{json}</pre>
        </section>
      )}
    </li>
  );
});

function Note({ entry, resume }: { entry: LiveNote; resume: ((after: string) => void) | null }) {
  const { after, at, text, tone } = entry;
  return (
    <li className={`live-note live-note-${tone}`}>
      <span>{text}</span>
      <time dateTime={at.toISOString()}>{timeText(at)}</time>
      {after && resume && (
        <button type="button" className="soft-button" onClick={() => resume(after)}>
          Resume after {after}
        </button>
      )}
    </li>
  );
}

function holds(entry: LiveEntry, words: string): boolean {
  if (!words) return true;
  const text = entry.kind === 'event' ? `${entry.title} ${entry.cursor} ${entry.json}` : entry.text;
  return text.toLowerCase().includes(words);
}

function State({ log }: { log: LiveLog }) {
  const { missed, name, received, roundTrip, state } = log;
  return (
    <output className={`live-state live-${state}`}>
      <span className="live-state-text">
        <span className="dot" aria-hidden="true" />
        {stateTexts[state]}
        {name && <code>{name}</code>}
      </span>
      {state !== 'idle' && (
        <span className="live-numbers">
          <span>{received} received</span>
          <span className={missed === 0 ? '' : 'bad'}>{missed ?? 'some may be'} missed</span>
          {roundTrip !== null && <span title="There and back">{Math.round(roundTrip)} ms</span>}
        </span>
      )}
    </output>
  );
}

/** Subscribes anew behind a cursor; null where the tab shows something else, or it is subscribed. */
function useResume(log: LiveLog): ((after: string) => void) | null {
  const { run } = useGraphiQLActions();
  const { query, isRunning } = useGraphiQL(state => ({
    query: state.tabs[state.activeTabIndex]?.query ?? '',
    isRunning: state.subscription !== null,
  }));
  if (isRunning || log.obstacle !== null || query.trim() !== log.query.trim()) return null;
  return after => {
    resumeNext(after);
    void run();
  };
}

function ResumePart({ log, resume }: { log: LiveLog; resume: ((after: string) => void) | null }) {
  const { cursor, name, obstacle, state } = log;
  if (obstacle) return <p className="live-hint soft">{obstacle}</p>;
  if (state !== 'ended' || cursor === null) return null;
  if (!resume)
    return (
      <p className="live-hint soft">
        Show the tab of {name} to resume after {cursor}.
      </p>
    );
  return (
    <button type="button" className="live-resume" onClick={() => resume(cursor)}>
      Resume after <code>{cursor}</code>
    </button>
  );
}

interface Shown {
  entries: LiveEntry[];
  /** Entries that came since the log was paused. */
  waiting: number;
}

function shownOf(log: LiveLog, pausedAt: number | null, words: string): Shown {
  const { entries } = log;
  const seen = pausedAt === null ? entries : entries.filter(({ id }) => id <= pausedAt);
  return {
    entries: seen.filter(entry => holds(entry, words)).toReversed(),
    waiting: entries.length - seen.length,
  };
}

function Empty({ log, isFiltered }: { log: LiveLog; isFiltered: boolean }) {
  if (isFiltered && log.entries.length > 0) return <p className="panel-empty">Nothing here holds that.</p>;
  if (log.state === 'idle' || log.state === 'ended') {
    return (
      <p className="panel-empty">
        Run a subscription, such as <code>BookingChanged</code> of the examples: its events are listed here as
        they come.
      </p>
    );
  }
  return <p className="panel-empty">Waiting for the first event. Book in a second window.</p>;
}

function LiveLogPanel() {
  const log = useStore(liveLog);
  const [pausedAt, setPausedAt] = useState<number | null>(null);
  const [filter, setFilter] = useState('');
  const resume = useResume(log);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const isPaused = pausedAt !== null;
  const { entries, waiting } = shownOf(log, pausedAt, filter.trim().toLowerCase());
  const newest = entries[0]?.id;
  useEffect(() => {
    // The newest stands on top. Whoever has scrolled down to read stays there.
    if (newest !== undefined && list.current && list.current.scrollTop < 80) list.current.scrollTop = 0;
  }, [newest]);
  return (
    <section className="panel live-panel" aria-label="Live log">
      <h2>Live log</h2>
      <State log={log} />
      <div className="live-tools">
        <label htmlFor={id} className="hidden-text">
          Filter
        </label>
        <input
          id={id}
          type="search"
          placeholder="Filter"
          value={filter}
          onChange={event => setFilter(event.target.value)}
        />
        <button
          type="button"
          className="soft-button"
          aria-pressed={isPaused}
          onClick={() => setPausedAt(isPaused ? null : (log.entries.at(-1)?.id ?? 0))}
        >
          {isPaused ? `Go on${waiting ? ` (${waiting} new)` : ''}` : 'Pause'}
        </button>
        <button
          type="button"
          className="soft-button"
          disabled={log.entries.length === 0}
          onClick={() => {
            clearLog();
            setPausedAt(null);
          }}
        >
          Clear
        </button>
      </div>
      <ResumePart log={log} resume={resume} />
      {entries.length === 0 ? (
        <Empty log={log} isFiltered={filter !== ''} />
      ) : (
        <ul ref={list} className="live-list" aria-label="Events, the newest first">
          {entries.map(entry =>
            entry.kind === 'event' ? (
              <Event key={entry.id} event={entry} />
            ) : (
              <Note key={entry.id} entry={entry} resume={resume} />
            ),
          )}
        </ul>
      )}
      {log.entries.length === MAX_ENTRIES && (
        <p className="live-hint soft">The last {MAX_ENTRIES} are kept.</p>
      )}
    </section>
  );
}

export const liveLogPlugin: GraphiQLPlugin = { title: 'Live log', icon: LiveIcon, content: LiveLogPanel };
