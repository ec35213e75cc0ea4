import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as openid from 'openid-client';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { authorizationRequest, Browser, ISSUER, registerClient, type TestClient } from './kit/oauth.ts';
import { createOrganization } from './kit/organizations.ts';

const ADDRESS = '198.51.100.7';

describe.each<Topology>(['standalone', 'distributed'])('the audit log of applications, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  let organizationId: string;

  beforeAll(async () => {
    graph = await startGraph({ topology, publicUrl: ISSUER });
    ada = await graph.signUp();
    organizationId = await createOrganization(graph, ada);
  });
  afterAll(() => graph.stop());

  const read = async (filter: ops.AuditLogFilter) => {
    const variables = { organizationId, filter, first: 50 };
    return (await graph.execute(ops.AuditLogDocument, variables, { key: ada.key })).data.auditLog.nodes;
  };
  const of = (targetId: string) => read({ targetId });
  /** As somebody at an address, in a request that can be found again. */
  const from = (requestId: string, key = ada.key) => ({
    key,
    headers: { 'x-forwarded-for': ADDRESS, 'x-request-id': requestId },
  });
  const by = (correlationId: string) => ({
    actorKind: 'USER',
    actorId: ada.id,
    credentialKind: 'API_KEY',
    credentialId: expect.stringMatching(/^key_/),
    clientAddress: ADDRESS,
    correlationId,
    targetType: 'oauth_client',
  });

  it('holds what became of a client, and none of its secrets', async () => {
    const { id, secret } = await registerClient(graph, ada, { organizationId, name: 'Dentists' });
    const change = { id, expectedVersion: 1, name: 'Surgeons' };
    await graph.execute(ops.UpdateOAuthClientDocument, { input: change }, from('client-update'));
    const stale = await graph.execute(ops.UpdateOAuthClientDocument, { input: change }, from('client-stale'));
    expect(stale.data.updateOAuthClient).toMatchObject({ code: 'VERSION_CONFLICT' });
    const rotated = await graph.execute(
      ops.RotateOAuthClientSecretDocument,
      { input: { id } },
      from('client-rotation'),
    );
    const next = rotated.data.rotateOAuthClientSecret;
    if (next.__typename !== 'OAuthClientSecretRotated') throw new Error(next.code);
    await graph.execute(ops.DeleteOAuthClientDocument, { input: { id } }, from('client-end'));
    const nodes = await of(id);
    expect(nodes.toReversed()).toMatchObject([
      { action: 'oauth_client.created', actorId: ada.id, before: null, after: { name: 'Dentists' } },
      {
        ...by('client-update'),
        action: 'oauth_client.updated',
        before: { name: 'Dentists' },
        after: { name: 'Surgeons' },
      },
      {
        ...by('client-rotation'),
        action: 'oauth_client.secret_rotated',
        after: { overlapUntil: expect.any(String) },
      },
      { ...by('client-end'), action: 'oauth_client.deleted', before: { name: 'Surgeons' }, after: null },
    ]);
    const rows = await graph.database.query<{ text: string }>(
      'select e::text as text from identity.audit_entries e',
    );
    for (const hidden of [secret, next.secret]) {
      expect(hidden).toEqual(expect.any(String));
      expect(JSON.stringify(rows)).not.toContain(hidden);
    }
  });

  it("is that of the developer's organizations where the client is the developer's", async () => {
    const mallory = await graph.signUp();
    const theirs = await registerClient(graph, mallory);
    const own = await registerClient(graph, ada);
    expect((await of(own.id)).map(({ action }) => action)).toEqual(['oauth_client.created']);
    expect(await of(theirs.id)).toEqual([]);
  });

  it('holds what somebody allowed an application, and that they took it back', async () => {
    const developer = await graph.signUp();
    const client = await registerClient(graph, developer);
    const browser = new Browser(graph);
    await browser.signIn(graph, ada);
    const decide = async (decision: string) => {
      const asked = await browser.open((await authorizationRequest(client)).url);
      return browser.open(asked.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin: 'null',
          'x-forwarded-for': ADDRESS,
          'x-request-id': `consent-${decision}`,
        },
        body: new URLSearchParams({ decision }).toString(),
      });
    };
    expect((await decide('deny')).url.searchParams.get('error')).toBe('access_denied');
    expect(await of(client.id)).toEqual([]);
    expect((await decide('allow')).url.searchParams.get('code')).not.toBeNull();
    const scopes = ['BOOKING_READ', 'PROFILE_READ', 'openid'];
    expect(await of(client.id)).toMatchObject([
      {
        ...by('consent-allow'),
        action: 'application.connected',
        credentialKind: 'SESSION',
        credentialId: expect.stringMatching(/^ses_/),
        after: { scopes },
      },
    ]);
    const input = { clientId: client.id };
    await graph.execute(ops.DisconnectApplicationDocument, { input }, from('disconnection'));
    const again = await graph.execute(ops.DisconnectApplicationDocument, { input }, from('in vain'));
    expect(again.code).toBe('NOT_FOUND');
    const [ended, ...earlier] = await of(client.id);
    expect(ended).toMatchObject({
      ...by('disconnection'),
      action: 'application.disconnected',
      before: { scopes },
    });
    expect(earlier).toHaveLength(1);
  });

  it('holds which users a platform makes and ends, and not who they are', async () => {
    const scopes = ['MANAGED_USER_READ' as const, 'MANAGED_USER_WRITE' as const];
    const platform: TestClient = await registerClient(graph, ada, {
      organizationId,
      isPlatform: true,
      redirectUris: [],
      scopes,
    });
    const { access_token: key } = await openid.clientCredentialsGrant(platform.config, {
      scope: scopes.join(' '),
    });
    const input = { email: 'dorothy@clinic.example', name: 'Dorothy Vaughan', timeZone: 'UTC' };
    const create = (requestId: string) =>
      graph.execute(ops.CreateManagedUserDocument, { input }, from(requestId, key));
    const { createManagedUser: made } = (await create('user-made-1')).data;
    if (made.__typename !== 'ManagedUserCreated') throw new Error(made.code);
    const { id } = made.managedUser;
    expect((await create('user-made-2')).data.createManagedUser).toMatchObject({
      code: 'MANAGED_USER_EXISTS',
    });
    const ended = await graph.execute(
      ops.DeleteManagedUserDocument,
      { input: { id } },
      from('user-ended-1', key),
    );
    expect(ended.data.deleteManagedUser).toMatchObject({ id });
    const actor = {
      actorKind: 'CLIENT',
      actorId: platform.id,
      credentialKind: 'ACCESS_TOKEN',
      clientAddress: ADDRESS,
      targetType: 'user',
    };
    expect((await of(id)).toReversed()).toMatchObject([
      { ...actor, action: 'managed_user.created', correlationId: 'user-made-1' },
      { ...actor, action: 'managed_user.deleted', correlationId: 'user-ended-1' },
    ]);
    expect(JSON.stringify(await read({}))).not.toContain('dorothy');
  });
});
