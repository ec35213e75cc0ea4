import { useGraphiQL } from '@graphiql/react';
import { live } from './socket.ts';
import { useStore } from './store.ts';

const stateTexts = {
  connecting: 'Connecting …',
  connected: 'Live',
  reconnecting: 'The connection broke. Trying again …',
} as const;

function receivedText(received: number): string {
  if (received === 0) return 'Nothing yet. Book in a second window.';
  if (received === 1) return '1 result. The next one will replace it.';
  return `${received} results, of which this is the last.`;
}

/** Below the response while a subscription runs, which otherwise looks like a query that takes long. */
export function LiveStatus() {
  const isRunning = useGraphiQL(state => state.subscription !== null);
  const { state, received } = useStore(live);
  if (!isRunning) return null;
  return (
    <output className={`live-status live-${state}`}>
      <span className="dot" aria-hidden="true" />
      {stateTexts[state]}
      {state === 'connected' && <span className="live-received">{receivedText(received)}</span>}
    </output>
  );
}
