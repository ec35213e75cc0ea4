interface CloseCode {
  /** What it means, and what to do. */
  text: string;
  /** Whether to connect again says nothing new. */
  isFinal: boolean;
}

/** As docs/subscriptions.md has them, and those of browsers and of the client. */
const closeCodes: Readonly<Record<number, CloseCode>> = {
  1000: { text: 'It was closed as asked.', isFinal: true },
  1001: { text: 'The server stops, or starts anew.', isFinal: false },
  1006: { text: 'The line broke, or nobody is there.', isFinal: false },
  1009: { text: 'A message was larger than 1 MB.', isFinal: true },
  1011: { text: 'The server made a mistake.', isFinal: false },
  1012: { text: 'The graph has changed.', isFinal: false },
  1013: { text: 'The server has too much to do.', isFinal: false },
  4400: { text: 'The server did not understand a message.', isFinal: true },
  4401: { text: 'The credential is not taken: it is wrong, or was revoked. Sign in again.', isFinal: true },
  4403: { text: 'The time of the credential is over, or this page may not do it.', isFinal: true },
  4406: { text: 'The server does not speak graphql-transport-ws.', isFinal: true },
  4408: { text: 'The connection was not opened within five seconds.', isFinal: false },
  4409: { text: 'Two subscriptions had the same id.', isFinal: true },
  4429: { text: 'Too many subscriptions at a time on one connection.', isFinal: true },
  4499: { text: 'This page hung up: the server was silent, or you are somebody else now.', isFinal: false },
};

/** What the number says with which a socket was closed. Any other 44xx is the HTTP status 4xx, and lasting. */
export function explainClose(code: number): CloseCode {
  const known = closeCodes[code];
  if (known) return known;
  return { text: 'The server gave no known reason.', isFinal: code >= 4400 && code < 4500 };
}
