import type { IncomingMessage } from 'node:http';

const LIMIT_BYTES = 56 * 1024;

/** The fields of a posted form; one that is too large reads as empty, and says so by lacking what it needs. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size <= LIMIT_BYTES) chunks.push(chunk as Buffer);
  }
  return new URLSearchParams(size <= LIMIT_BYTES ? Buffer.concat(chunks).toString('utf8') : '');
}
