import type { LoggedEvent } from '#platform/event-log.ts';
import type { EventName } from '../../../schema/events.ts';
import type { IdentityContext } from '../context.ts';
import type { CredentialEndings } from './authentication.graphql.ts';

/** Events after which their aggregate, a credential, is not taken any more. */
const ENDINGS: ReadonlySet<string> = new Set<EventName>([
  'session.revoked',
  'api_key.revoked',
  'access_token.revoked',
]);

/** Silence for longer than this means that the connection is dead: its reader can tell. */
const PULSE_MS = 1000;

/**
 * Credentials that were revoked, from a cursor or from now on. The first word comes at once and one more each
 * second, whether or not there is anything to tell.
 */
export async function watchEndings(
  ctx: IdentityContext,
  { after }: { after?: string | null },
): Promise<AsyncIterableIterator<CredentialEndings>> {
  let cursor = after ?? (await ctx.eventLog.head());
  const accepts = ({ name }: LoggedEvent) => ENDINGS.has(name);
  const events = await ctx.eventLog.subscribe({ after: cursor, accepts });
  let waiting: Promise<IteratorResult<LoggedEvent>> | null = null;
  let isFirst = true;

  async function nextEvent() {
    const pulse = Promise.withResolvers<null>();
    const timer = setTimeout(() => pulse.resolve(null), isFirst ? 0 : PULSE_MS);
    waiting ??= events.next();
    const step = await Promise.race([waiting, pulse.promise]);
    clearTimeout(timer);
    isFirst = false;
    if (step) waiting = null;
    return step;
  }

  const endings: AsyncIterableIterator<CredentialEndings> = {
    async next() {
      const step = await nextEvent();
      if (step?.done) return { done: true, value: undefined };
      if (step) cursor = step.value.cursor;
      const credentialIds = step ? [step.value.aggregateId] : [];
      return { done: false, value: { cursor, credentialIds } };
    },
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return endings;
    },
  };
  return endings;
}
