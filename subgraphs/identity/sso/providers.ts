import type { SignInProvider } from '../domain/sign-in-source.ts';

export interface ProviderSettings {
  issuer: string;
  clientId: string;
  /** What the client proves itself with: a secret, or a key that signs one (Apple). */
  secret: string | { teamId: string; keyId: string; privateKey: string };
  scope: string;
  /** Apple posts its answers once a name or an address is asked for. */
  postsAnswers: boolean;
}

export type Providers = Readonly<Partial<Record<SignInProvider, ProviderSettings>>>;

export interface ProviderEnvironment {
  GOOGLE_CLIENT_ID?: string | undefined;
  GOOGLE_CLIENT_SECRET?: string | undefined;
  MICROSOFT_CLIENT_ID?: string | undefined;
  MICROSOFT_CLIENT_SECRET?: string | undefined;
  MICROSOFT_TENANT?: string | undefined;
  APPLE_CLIENT_ID?: string | undefined;
  APPLE_TEAM_ID?: string | undefined;
  APPLE_KEY_ID?: string | undefined;
  APPLE_PRIVATE_KEY?: string | undefined;
}

const SCOPE = 'openid email profile';

/** All of the variables or none: half of a provider is a mistake that stops the start. */
function all(
  environment: ProviderEnvironment,
  names: readonly (keyof ProviderEnvironment)[],
): string[] | null {
  const given = names.map(name => environment[name]);
  if (given.every(value => value === undefined)) return null;
  const missing = names.filter(name => environment[name] === undefined);
  if (missing.length > 0) throw new Error(`${missing.join(' and ')} must be set, too.`);
  return given as string[];
}

/** The providers that the deployment is a client of. */
export function providersOf(environment: ProviderEnvironment): Providers {
  const google = all(environment, ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET']);
  const microsoft = all(environment, ['MICROSOFT_CLIENT_ID', 'MICROSOFT_CLIENT_SECRET']);
  const apple = all(environment, ['APPLE_CLIENT_ID', 'APPLE_TEAM_ID', 'APPLE_KEY_ID', 'APPLE_PRIVATE_KEY']);
  const plain = { scope: SCOPE, postsAnswers: false };
  return {
    ...(google && {
      GOOGLE: {
        ...plain,
        issuer: 'https://accounts.google.com',
        clientId: google[0] ?? '',
        secret: google[1] ?? '',
      },
    }),
    ...(microsoft && {
      MICROSOFT: {
        ...plain,
        issuer: `https://login.microsoftonline.com/${environment.MICROSOFT_TENANT ?? 'common'}/v2.0`,
        clientId: microsoft[0] ?? '',
        secret: microsoft[1] ?? '',
      },
    }),
    ...(apple && {
      APPLE: {
        issuer: 'https://appleid.apple.com',
        clientId: apple[0] ?? '',
        // A variable holds one line; the key has several.
        secret: {
          teamId: apple[1] ?? '',
          keyId: apple[2] ?? '',
          privateKey: (apple[3] ?? '').replaceAll('\\n', '\n'),
        },
        scope: 'openid email name',
        postsAnswers: true,
      },
    }),
  };
}
