import type { FastifyReply, FastifyRequest } from 'fastify';
import { VERSION_HEADER } from './api-version.ts';

/** What a client names as its version: with the request, or with the parameters of its socket, as browsers have to. */
export function askedVersion(
  { headers }: FastifyRequest,
  params: Readonly<Record<string, unknown>> = {},
): string | undefined {
  const asked = params[VERSION_HEADER] ?? headers[VERSION_HEADER];
  return asked === undefined ? undefined : String(asked);
}

/** Says which version answers, and to caches that others answer otherwise. */
export function tellVersion(reply: FastifyReply, version: string): void {
  reply.header(VERSION_HEADER, version);
  const vary = reply.getHeader('vary');
  reply.header('vary', vary === undefined ? VERSION_HEADER : `${vary}, ${VERSION_HEADER}`);
}
