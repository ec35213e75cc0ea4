import { badInput } from '#platform/errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { IdentityContext } from '../context.ts';
import { secretPlace } from './find-source.ts';
import { readCertificates, readIssuer, readText, readUrl } from './own-connection.ts';
import type { SsoConnection } from './sso.entity.ts';

export interface OidcTerms {
  issuer: string;
  clientId: string;
  clientSecret?: string | null;
}

export interface SamlTerms {
  entityId: string;
  signInUrl: string;
  certificates: readonly string[];
}

type Place = Pick<SsoConnection, 'id' | 'organizationId'>;
export type Terms = Pick<
  SsoConnection,
  'protocol' | 'issuer' | 'clientId' | 'clientSecret' | 'signInUrl' | 'certificates'
>;

/** Checks what an admin says of an issuer, by asking it. `kept` is the secret that goes on unless there is another. */
export async function readOidcTerms(
  ctx: IdentityContext,
  place: Place,
  terms: OidcTerms,
  kept: string | null,
): Promise<Result<Terms, 'ISSUER_UNUSABLE'>> {
  const issuer = await readIssuer(ctx, terms.issuer);
  const clientId = readText('clientId', terms.clientId);
  const given = terms.clientSecret == null ? null : readText('clientSecret', terms.clientSecret);
  const sealed = given === null ? kept : ctx.encryption.encrypt(given, secretPlace(place));
  if (sealed === null)
    throw badInput('clientSecret', 'Give the secret that the issuer has given the client.');
  const secret = given ?? ctx.encryption.decrypt(sealed, secretPlace(place));
  try {
    await ctx.sso.issuers.discover({ issuer, clientId, secret, scope: 'openid', postsAnswers: false });
  } catch (error) {
    ctx.log.info({ err: error, requestId: ctx.requestId }, 'an issuer cannot be used');
    return err('ISSUER_UNUSABLE');
  }
  return ok({ protocol: 'OIDC', issuer, clientId, clientSecret: sealed, signInUrl: null, certificates: [] });
}

export async function readSamlTerms(ctx: IdentityContext, terms: SamlTerms): Promise<Terms> {
  return {
    protocol: 'SAML',
    issuer: readText('entityId', terms.entityId),
    clientId: null,
    clientSecret: null,
    signInUrl: await readUrl(ctx, 'signInUrl', terms.signInUrl),
    certificates: readCertificates(terms.certificates),
  };
}
