import { useGraphiQL } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { showCode } from './guide.ts';
import { type Answer, lastAnswer } from './http.ts';
import { liveLog } from './live-log.ts';
import { liveLogPlugin } from './live-log-panel.tsx';
import { bytesText } from './measures.ts';
import { useStore } from './store.ts';
import { showPanel } from './workbench.ts';

const COPIED_MS = 1_500;

function RequestId({ id }: { id: string }) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <button
      type="button"
      className="plain-button"
      title={`Request id ${id}: quote it when you ask us. Click to copy.`}
      onClick={() => void navigator.clipboard?.writeText(id).then(() => setIsCopied(true))}
    >
      {isCopied ? 'Copied' : `id ${id.slice(0, 8)}…`}
    </button>
  );
}

function Balance({ balance }: { balance: NonNullable<Answer['balance']> }) {
  const { limit, remaining, resetsIn } = balance;
  const isLow = remaining < limit / 10;
  return (
    <span className={isLow ? 'bad' : ''} title={`The budget is full again in ${resetsIn} s at the latest.`}>
      {remaining} of {limit} points left
    </span>
  );
}

function Told({ answer }: { answer: Answer }) {
  const { balance, bytes, codes, cost, milliseconds, requestId, status } = answer;
  const isGood = status >= 200 && status < 300 && codes.length === 0;
  return (
    <output className="answer-status" aria-label="About the answer">
      <span className={isGood ? 'good' : 'bad'}>
        <span className="dot" aria-hidden="true" /> {status || 'No answer'}
      </span>
      {codes.map(code => (
        <button key={code} type="button" className="plain-button" onClick={() => showCode(code)}>
          {code}
        </button>
      ))}
      <span title="From the request to the whole answer, as this browser saw it">
        {Math.round(milliseconds)} ms
      </span>
      <span>{bytesText(bytes)}</span>
      {cost && <span title={`In points. One operation may cost ${cost.max}.`}>cost {cost.estimated}</span>}
      {balance && <Balance balance={balance} />}
      {requestId && <RequestId id={requestId} />}
    </output>
  );
}

/** Below the response: what is worth knowing of it, and that a subscription runs, which looks like a slow query. */
export function AnswerStatus() {
  const isRunning = useGraphiQL(state => state.subscription !== null);
  const { received, state } = useStore(liveLog);
  const answer = useStore(lastAnswer);
  if (isRunning) {
    return (
      <div className="answer-status">
        <span className={state === 'live' ? 'good' : 'waiting'}>
          <span className="dot" aria-hidden="true" /> {state === 'live' ? 'Live' : 'Connecting …'}
        </span>
        <span>{received === 1 ? '1 event' : `${received} events`}, the last one above</span>
        <button type="button" className="plain-button" onClick={() => showPanel(liveLogPlugin.title)}>
          All in the live log
        </button>
      </div>
    );
  }
  return answer && <Told answer={answer} />;
}
