import { watchEvents } from '#platform/watch-events.ts';
import type { EventName } from '../../../schema/events.ts';
import type { IdentityContext } from '../context.ts';
import type { CredentialEndings } from './authentication.graphql.ts';

/** Events after which their aggregate, a credential, is not taken any more. */
const ENDINGS: ReadonlySet<string> = new Set<EventName>([
  'session.revoked',
  'api_key.revoked',
  'access_token.revoked',
]);

/** Credentials that were revoked, from a cursor or from now on. */
export function watchEndings(
  ctx: IdentityContext,
  { after }: { after?: string | null },
): Promise<AsyncIterableIterator<CredentialEndings>> {
  return watchEvents(ctx.eventLog, {
    after,
    accepts: ({ name }) => ENDINGS.has(name),
    tell: (event, cursor) => ({ cursor, credentialIds: event ? [event.aggregateId] : [] }),
  });
}
