import { stdSerializers } from 'pino';
import { withoutValues } from './sql-text.ts';

/** What it looks like, and what stands in its place. Every repetition is bounded: lines may be long. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/(\w{2,20}:\/\/[^\s:/@"]{0,200}):[^\s@"/]{1,500}@/g, '$1:[redacted]@'],
  [/\b(Bearer|Basic) [\x21\x23-\x7e]{1,4096}/gi, '$1 [redacted]'],
  [/[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu, '[e-mail]'],
  // Keys, tokens and JWTs: long, and of small letters, capitals and digits. Ids, hashes and traces have no capitals.
  [/(?<![\w-])(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*\d)[\w-]{32,}(?:\.[\w-]+){0,4}/g, '[token]'],
];

/** Text without what looks like an e-mail address or a secret, wherever it came from. */
export function scrub(text: string): string {
  let scrubbed = text;
  for (const [pattern, replacement] of PATTERNS) scrubbed = scrubbed.replace(pattern, replacement);
  return scrubbed;
}

/** The same for a line of JSON: what is escaped in it stays as it is, or it would be JSON no more. */
export function scrubLine(line: string): string {
  return line.replace(/(\\(?:u[\da-f]{4}|.))|[^\\]+/gi, (chunk, escaped) => (escaped ? chunk : scrub(chunk)));
}

/** Five characters, as PostgreSQL's drivers hand them on. */
const isSqlState = (code: unknown) => typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);

/** What is said of a failed statement quotes it, and the values in it. */
export function messageOf(error: Error & { code?: unknown }): string {
  if (!isSqlState(error.code)) return scrub(error.message);
  return scrub(withoutValues(error.message).replace(/: ".*"$/s, ': ?'));
}

/** Of what PostgreSQL says of an error, the rest repeats rows. */
const KEPT = ['type', 'code', 'constraint', 'table', 'schema', 'severity', 'routine', 'syscall', 'address'];

/** An error for the log: its kind, message, stack and causes, none of which holds what somebody wrote. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const described = stdSerializers.err(error) as unknown as Record<string, unknown>;
  const message = messageOf(error);
  const stack = scrub((error.stack ?? '').replace(error.message, () => message));
  const kept = KEPT.filter(key => typeof described[key] === 'string').map(key => [key, described[key]]);
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return { ...Object.fromEntries(kept), message, stack, ...cause };
}
