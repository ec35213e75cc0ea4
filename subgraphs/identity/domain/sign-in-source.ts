/** Providers of the whole deployment, which its operator vouches for. */
const signInProviders = ['GOOGLE', 'MICROSOFT', 'APPLE'] as const;

export type SignInProvider = (typeof signInProviders)[number];

/** Who says who somebody is: a provider, or a connection (`sso_…`) that an organization's admins have set up. */
export type SignInSource = string;

export function isProvider(source: string): source is SignInProvider {
  return (signInProviders as readonly string[]).includes(source);
}

export interface AssertedEmail {
  /** Lower case; `null` where none was named. */
  email: string | null;
  /** Whether the source says that it has seen its user read the mail of the address. */
  isProven: boolean;
}

const EMAIL = /^[^\s@]+@[^\s@]+$/;
const MAX_EMAIL = 254;

export function readAssertedEmail(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > MAX_EMAIL || !EMAIL.test(text)) return null;
  return text.toLowerCase();
}

/**
 * The address in an id token. Microsoft lets admins of any tenant write any address into `email`; only
 * `xms_edov` says that its domain was verified.
 */
export function emailOf(source: SignInSource, claims: Readonly<Record<string, unknown>>): AssertedEmail {
  const email = readAssertedEmail(claims['email']);
  const word = source === 'MICROSOFT' ? claims['xms_edov'] : claims['email_verified'];
  // Apple sends the text, Microsoft sometimes the number.
  const isVerified = word === true || word === 'true' || (source === 'MICROSOFT' && word === 1);
  return { email, isProven: email !== null && isVerified };
}

/**
 * Whether a proven address opens a new account without a mail of ours. What an organization's own issuer says of
 * an address is not evidence to anybody else: its admins can make it say anything.
 */
export function opensAccounts(source: SignInSource): boolean {
  return isProvider(source);
}
