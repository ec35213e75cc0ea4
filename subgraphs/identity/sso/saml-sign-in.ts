import { randomBytes } from 'node:crypto';
import { SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { hashSecret } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import { type AssertedSubject, readAssertion, SKEW_MS, xmlFault } from '../domain/saml-assertion.ts';
import type { ProvenSubject } from './proven-subject.ts';
import type { SsoConnection } from './sso.entity.ts';
import { ATTEMPT_MS, callbackOf, entityIdOf } from './sso-parts.ts';

/** How old a sign-in at the identity provider's may be when it reaches us. */
const MAX_AGE_MS = 10 * 60_000;

export interface SamlSecrets {
  requestId: string;
}

function createSaml(ctx: IdentityContext, connection: SsoConnection, requestId: string): SAML {
  const entityId = entityIdOf(ctx.sso, connection.id);
  // One attempt knows one request: what an answer may be about need not be looked up anywhere else.
  const requests = new Map([[requestId, new Date().toISOString()]]);
  return new SAML({
    issuer: entityId,
    audience: entityId,
    callbackUrl: callbackOf(ctx.sso, connection.id),
    entryPoint: connection.signInUrl ?? '',
    idpCert: connection.certificates,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    acceptedClockSkewMs: SKEW_MS,
    maxAssertionAgeMs: MAX_AGE_MS,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    generateUniqueId: () => requestId,
    validateInResponseTo: ValidateInResponseTo.always,
    requestIdExpirationPeriodMs: ATTEMPT_MS,
    cacheProvider: {
      saveAsync: async () => null,
      getAsync: async key => requests.get(key) ?? null,
      removeAsync: async key => key,
    },
  });
}

/** What an identity provider has to know of us. */
export function describeUs(ctx: IdentityContext, connection: SsoConnection): string {
  return createSaml(ctx, connection, '').generateServiceProviderMetadata(null, null);
}

/** Where the browser is sent, and what has to be remembered until it comes back. */
export async function askSaml(
  ctx: IdentityContext,
  connection: SsoConnection,
  state: string,
): Promise<{ url: URL; secrets: SamlSecrets }> {
  const requestId = `_${randomBytes(20).toString('hex')}`;
  const saml = createSaml(ctx, connection, requestId);
  return { url: new URL(await saml.getAuthorizeUrlAsync(state, undefined, {})), secrets: { requestId } };
}

/** Whether an assertion is here for the first time: of any number that arrive at once, one is. */
async function isFirst(
  ctx: IdentityContext,
  { id }: SsoConnection,
  { assertionId, validUntil }: AssertedSubject,
): Promise<boolean> {
  const { rows } = await sql`
    insert into saml_assertions (connection_id, assertion_hash, expires_at)
    values (${uuidOf(id)}::uuid, ${hashSecret(assertionId)}, ${new Date(validUntil + SKEW_MS)})
    on conflict do nothing returning 1`.execute(statements(ctx.em));
  return rows.length === 1;
}

/** Checks a response: signature and times by the library, who it is from, to and about by us. */
export async function readSamlAnswer(
  ctx: IdentityContext,
  connection: SsoConnection,
  encoded: string,
  { requestId }: SamlSecrets,
): Promise<ProvenSubject> {
  const fault = xmlFault(Buffer.from(encoded, 'base64').toString('utf8'));
  if (fault) throw new Error(fault);
  const saml = createSaml(ctx, connection, requestId);
  const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: encoded });
  if (!profile) throw new Error('The response asserts nothing.');
  // What the signature covers, not the document that it came in.
  const assertion = profile.getAssertion?.()['Assertion'];
  const asserted = readAssertion(assertion, {
    issuer: connection.issuer,
    recipient: callbackOf(ctx.sso, connection.id),
    requestId,
    now: Date.now(),
  });
  if (typeof asserted === 'string') throw new Error(asserted);
  if (!(await isFirst(ctx, connection, asserted))) throw new Error('The assertion was taken before.');
  const { subject, email, name } = asserted;
  return { issuer: connection.issuer, subject, email, isEmailProven: email !== null, name };
}
