import type { EventName } from './events.ts';

/** News of what nobody reads without an account: it would only empty the gateway's cache. */
const silent: ReadonlySet<string> = new Set([
  'booking',
  'hold',
  'session',
  'api_key',
  'access_token',
  'sign_in',
  'second_factor',
  'availability',
]);

const ANSWERED = 'routing_form.submitted' satisfies EventName;

/** Whether an event may change what anybody may read. Events that nobody thought of here do. */
export function changesPublicReads(name: string): boolean {
  return name !== ANSWERED && !silent.has(name.split('.')[0] ?? '');
}
