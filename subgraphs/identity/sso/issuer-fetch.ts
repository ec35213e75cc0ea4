import type { CustomFetch } from 'openid-client';
import { fetch as ask } from 'undici';
import { createGuardedAgent } from '#platform/guarded-agent.ts';

const DEADLINE_MS = 10_000;
/** Keys and discovery documents have a few kilobytes. */
const LIMIT_BYTES = 500_000;

async function readUpTo(
  stream: AsyncIterable<Uint8Array> | null,
  limit: number,
): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream ?? []) {
    size += chunk.length;
    if (size > limit) throw new Error('The issuer answers too much.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Asks an issuer that some admin has named: public addresses only, no redirects, not for long and not for much. */
export function createIssuerFetch(allowsLoopback: boolean): { fetch: CustomFetch; close(): Promise<void> } {
  const dispatcher = createGuardedAgent(allowsLoopback);
  return {
    async fetch(url, { body, headers, method }) {
      const signal = AbortSignal.timeout(DEADLINE_MS);
      const sent = body == null ? {} : { body: String(body) };
      const answer = await ask(url, { ...sent, headers, method, redirect: 'manual', signal, dispatcher });
      const content = await readUpTo(answer.body, LIMIT_BYTES);
      return new Response(content.length > 0 ? content : null, {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
      });
    },
    close: () => dispatcher.destroy(),
  };
}
