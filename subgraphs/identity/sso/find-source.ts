import { notFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import type { IdentityContext } from '../context.ts';
import { isProvider, type SignInSource } from '../domain/sign-in-source.ts';
import type { ProviderSettings } from './providers.ts';
import { type SsoConnection, SsoConnectionEntity } from './sso.entity.ts';

export const secretPlace = ({ id, organizationId }: Pick<SsoConnection, 'id' | 'organizationId'>) => ({
  tenant: organizationId,
  table: 'sso_connections',
  row: id,
  column: 'client_secret',
});

export type FoundSource =
  | { protocol: 'OIDC'; name: string; settings: ProviderSettings }
  | { protocol: 'SAML'; name: string; connection: SsoConnection };

const names = { GOOGLE: 'Google', MICROSOFT: 'Microsoft', APPLE: 'Apple' } as const;

/** Who a source is and how we are its client. */
export async function findSource(ctx: IdentityContext, source: SignInSource): Promise<FoundSource> {
  if (isProvider(source)) {
    const settings = ctx.sso.providers[source];
    if (!settings) throw notFound('provider');
    return { protocol: 'OIDC', name: names[source], settings };
  }
  if (!isId('sso', source)) throw notFound('SSO connection');
  const connection = await ctx.em.findOne(SsoConnectionEntity, { id: source });
  if (!connection) throw notFound('SSO connection');
  const { name } = connection;
  if (connection.protocol === 'SAML') return { protocol: 'SAML', name, connection };
  return { protocol: 'OIDC', name, settings: settingsOf(ctx, connection) };
}

function settingsOf(ctx: IdentityContext, connection: SsoConnection): ProviderSettings {
  return {
    issuer: connection.issuer,
    clientId: connection.clientId ?? '',
    secret: ctx.encryption.decrypt(connection.clientSecret ?? '', secretPlace(connection)),
    scope: 'openid email profile',
    postsAnswers: false,
  };
}
