import type { IncomingMessage } from 'node:http';
import { anonymous } from '#platform/principal.ts';
import { ADDRESS_HEADER } from '../../../schema/web-paths.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import { type BrowserUser, forkOf, type OauthParts } from './oauth-parts.ts';

/** Tells the logs of a user's organizations what they allowed an application. */
export async function noteConsent(
  parts: OauthParts,
  request: IncomingMessage,
  { userId, sessionId }: BrowserUser,
  allowed: { clientId: string; scopes: readonly string[] },
): Promise<void> {
  const from = {
    viewer: {
      ...anonymous,
      kind: 'USER' as const,
      id: userId,
      credential: { kind: 'SESSION' as const, id: sessionId },
    },
    clientAddress: String(request.headers[ADDRESS_HEADER] ?? '') || null,
    requestId: String(request.headers['x-request-id'] ?? ''),
    clock: parts,
  };
  await appendAuditEntry(from, forkOf(parts), {
    action: 'application.connected',
    of: { userId },
    target: { type: 'oauth_client', id: allowed.clientId },
    after: { scopes: allowed.scopes.toSorted() },
  });
}
