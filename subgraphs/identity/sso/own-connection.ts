import { X509Certificate } from 'node:crypto';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { urlFault } from '#platform/check-url.ts';
import { badInput, notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import type { IdentityContext } from '../context.ts';
import { viewerMay } from '../organizations/viewer-may.ts';
import { type SsoConnection, SsoConnectionEntity } from './sso.entity.ts';

const MAX_CERTIFICATES = 5;
const MAX_TEXT = 500;

const administers = (ctx: IdentityContext, organizationId: string) =>
  viewerMay(ctx, organizationId, 'sso.manage');

export async function requireAdministered(ctx: IdentityContext, given: string): Promise<string> {
  const id = requireId('org', given, 'organizationId');
  if (!(await administers(ctx, id))) throw notFound('organization');
  return id;
}

async function requireOwn(ctx: IdentityContext, connection: SsoConnection | null): Promise<SsoConnection> {
  if (!connection || !(await administers(ctx, connection.organizationId))) throw notFound('SSO connection');
  return connection;
}

/** The connection, if the viewer administers its organization. */
export async function findOwnConnection(ctx: IdentityContext, given: string): Promise<SsoConnection> {
  const id = requireId('sso', given, 'id');
  return requireOwn(ctx, await ctx.em.fork().findOne(SsoConnectionEntity, { id }));
}

/** The same, locked. */
export async function lockOwnConnection(
  ctx: IdentityContext,
  em: EntityManager,
  given: string,
): Promise<SsoConnection> {
  const id = requireId('sso', given, 'id');
  return requireOwn(
    ctx,
    await em.findOne(SsoConnectionEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }),
  );
}

export function readText(field: string, text: string, max = MAX_TEXT): string {
  const trimmed = text.trim();
  if (trimmed.length >= 1 && trimmed.length <= max && !/\p{Cc}/u.test(trimmed)) return trimmed;
  throw badInput(field, `It has 1 to ${max} characters on one line.`, { max });
}

/** An address that we, or browsers on our word, may be sent to. */
export async function readUrl(ctx: IdentityContext, field: string, text: string): Promise<string> {
  const fault = await urlFault(text, ctx.sso.allowsLoopback);
  if (fault) throw badInput(field, fault);
  return text;
}

export async function readIssuer(ctx: IdentityContext, text: string): Promise<string> {
  const url = await readUrl(ctx, 'issuer', text);
  if (/[?#]/.test(url)) throw badInput('issuer', 'An issuer has neither query nor fragment.');
  return url;
}

/** Certificates in PEM, or the base64 inside, as metadata documents have it. */
export function readCertificates(texts: readonly string[]): string[] {
  if (texts.length < 1 || texts.length > MAX_CERTIFICATES)
    throw badInput('certificates', `Give 1 to ${MAX_CERTIFICATES} certificates.`, { max: MAX_CERTIFICATES });
  return texts.map(text => {
    const body = text.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, '');
    try {
      return new X509Certificate(Buffer.from(body, 'base64')).toString();
    } catch {
      throw badInput('certificates', 'Give X.509 certificates in PEM.');
    }
  });
}
