import { request } from 'undici';
import * as ops from '../../examples/operations/operations.generated.ts';
import { hashSecret, mintCredential } from '../../subgraphs/identity/authentication/credential-format.ts';
import type { Product } from './product.ts';

/** Headers that say who sends a request. */
export type Proof = Record<string, string>;

const bearer = (credential: string): Proof => ({ authorization: `Bearer ${credential}` });

/** Does something as often as it says, one after the other. */
async function times<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  while (made.length < count) made.push(await make());
  return made;
}

export function makeKeys(product: Product, count: number): Promise<Proof[]> {
  return times(count, async () => {
    const input = { name: 'Bench', scopes: ['PROFILE_READ' as const] };
    const { createApiKey } = await product.execute(ops.CreateApiKeyDocument, { input }, product.apiKeys.ada);
    return bearer(createApiKey.secret);
  });
}

/** A key for each of some users who cannot sign in, by their UUIDs. */
export async function makeKeysOf({ database }: Product, userIds: readonly string[]): Promise<string[]> {
  const keys = userIds.map(() => mintCredential('alm', 'test'));
  await database.query(
    `insert into identity.api_keys (id, organization_id, user_id, name, hash, prefix, last4, scopes, created_at)
     select gen_random_uuid(), u.organization_id, u.id, 'Bench', k.hash, 'alm_test_', 'last', array['PROFILE_READ', 'BOOKING_READ'], now()
     from unnest($1::uuid[], $2::text[]) k(user_id, hash) join identity.users u on u.id = k.user_id`,
    [userIds, keys.map(hashSecret)],
  );
  return keys;
}

/** Cookies as browsers have them. Their sessions are written into the table: a mail for each would take longer. */
export function makeCookies(product: Product, count: number): Promise<Proof[]> {
  const { origin } = new URL(product.url);
  return times(count, async () => {
    const sessionToken = mintCredential('als', 'test');
    await product.database.query(
      `insert into identity.sessions (id, organization_id, user_id, hash, method, created_at, last_used_at, expires_at)
       select gen_random_uuid(), organization_id, id, $1, 'MAGIC_LINK', now(), now(), now() + interval '1 day'
       from identity.users where handle = 'ada'`,
      [hashSecret(sessionToken)],
    );
    const answer = await request(new URL('/session', origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ sessionToken }),
    });
    await answer.body.dump();
    const cookie = String(answer.headers['set-cookie']).split(';')[0];
    if (answer.statusCode !== 204 || !cookie) throw new Error(`No cookie: ${answer.statusCode}.`);
    return { cookie, origin };
  });
}

/** Access tokens of a platform's user, as the token endpoint gives them. */
export async function makeAccessTokens(product: Product, count: number): Promise<Proof[]> {
  const { createOAuthClient } = await product.execute(
    ops.CreateOAuthClientDocument,
    {
      input: {
        name: 'Bench',
        redirectUris: [],
        isPlatform: true,
        scopes: ['MANAGED_USER_WRITE', 'PROFILE_READ'],
      },
    },
    product.apiKeys.ada,
  );
  const { client, secret } = createOAuthClient;
  const tokenFor = async (form: Record<string, string>) => {
    const answer = await request(new URL('/oauth/token', product.url), {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${client.id}:${secret}`).toString('base64')}`,
      },
      body: new URLSearchParams(form).toString(),
    });
    const { access_token: token, ...rest } = (await answer.body.json()) as { access_token?: string };
    if (!token) throw new Error(JSON.stringify(rest));
    return token;
  };
  const own = await tokenFor({ grant_type: 'client_credentials', scope: 'MANAGED_USER_WRITE' });
  const person = { email: 'bench@clinic.example', name: 'Dorothy Vaughan', timeZone: 'UTC' };
  const { createManagedUser } = await product.execute(ops.CreateManagedUserDocument, { input: person }, own);
  if (createManagedUser.__typename !== 'ManagedUserCreated') throw new Error(createManagedUser.code);
  const exchange = {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token_type: 'urn:almanac:params:oauth:token-type:managed-user',
    subject_token: createManagedUser.managedUser.id,
  };
  return times(count, async () => bearer(await tokenFor(exchange)));
}
