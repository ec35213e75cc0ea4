import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as openid from 'openid-client';
import {
  CreateManagedUserDocument,
  CreateOAuthClientDocument,
  DeleteAccountDocument,
  DeleteManagedUserDocument,
  DeleteOAuthClientDocument,
  DeleteOrganizationDocument,
  ManagedUsersDocument,
} from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { ISSUER, registerClient, type TestClient } from './kit/oauth.ts';
import { createOrganization, joinOrganization } from './kit/organizations.ts';
import { sessionOf } from './kit/sessions.ts';

const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const MANAGED_USER = 'urn:almanac:params:oauth:token-type:managed-user';
const OWN_SCOPES = 'MANAGED_USER_READ MANAGED_USER_WRITE';

describe.each<Topology>(['standalone', 'distributed'])('managed users, %s', topology => {
  let graph: TestGraph;
  let developer: TestUser;
  let platform: TestClient;
  let key: string;

  const register = () =>
    registerClient(graph, developer, {
      name: 'Clinics',
      redirectUris: [],
      isPlatform: true,
      scopes: ['MANAGED_USER_READ', 'MANAGED_USER_WRITE', 'PROFILE_READ', 'SCHEDULE_READ'],
    });
  const ownToken = async (client: TestClient, scope = OWN_SCOPES) =>
    (await openid.clientCredentialsGrant(client.config, { scope })).access_token;
  const create = async (email: string, as = key) => {
    const input = { email, name: 'Dorothy Vaughan', timeZone: 'America/New_York' };
    return (await graph.execute(CreateManagedUserDocument, { input }, { key: as })).data.createManagedUser;
  };
  const idOf = (created: Awaited<ReturnType<typeof create>>) => {
    if (created.__typename !== 'ManagedUserCreated') throw new Error(created.code);
    return created.managedUser.id;
  };
  const tokensOf = (client: TestClient, userId: string, params: Record<string, string> = {}) =>
    openid.genericGrantRequest(client.config, TOKEN_EXCHANGE, {
      subject_token: userId,
      subject_token_type: MANAGED_USER,
      ...params,
    });
  const me = async (token: string) => {
    const { body } = await graph.execute<{ me: { id: string } }, never>('{ me { id } }', undefined, {
      key: token,
    });
    return body.data?.me?.id ?? body.errors?.[0]?.extensions?.['code'];
  };

  beforeAll(async () => {
    graph = await startGraph({ topology, publicUrl: ISSUER });
    developer = await graph.signUp();
    platform = await register();
    key = await ownToken(platform);
  });
  afterAll(() => graph.stop());

  it('are created by the platform, which then acts for them', async () => {
    const id = idOf(await create('Dorothy@clinic.example'));
    const tokens = await tokensOf(platform, id);
    expect(tokens).toMatchObject({
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      scope: 'PROFILE_READ SCHEDULE_READ',
    });
    expect(await me(tokens.access_token)).toBe(id);
    const later = await openid.refreshTokenGrant(platform.config, tokens.refresh_token ?? '');
    expect(await me(later.access_token)).toBe(id);
    const narrow = await tokensOf(platform, id, { scope: 'SCHEDULE_READ' });
    expect(await me(narrow.access_token)).toBe('FORBIDDEN');
    await expect(tokensOf(platform, id, { scope: 'TEAM_WRITE' })).rejects.toMatchObject({
      error: 'invalid_scope',
    });
  });

  it('are known to scheduling like everybody else', async () => {
    const id = idOf(await create('scheduled@clinic.example'));
    const { access_token } = await tokensOf(platform, id);
    const schedules = async () => {
      const { body } = await graph.execute<{ me: { schedules: object[] } }, never>(
        '{ me { schedules { id timeZone } } }',
        undefined,
        { key: access_token },
      );
      return body.data?.me?.schedules ?? [];
    };
    const until = Date.now() + 5_000;
    while ((await schedules()).length === 0 && Date.now() < until) await new Promise(r => setTimeout(r, 100));
    expect(await schedules()).toEqual([{ id: expect.any(String), timeZone: 'America/New_York' }]);
  });

  it('have one account for each address, however many ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => create('twin@clinic.example')));
    expect(answers.filter(answer => answer.__typename === 'ManagedUserCreated')).toHaveLength(1);
    expect(answers.filter(answer => answer.__typename === 'ManagedUserExists')).toHaveLength(4);
    expect(await create('TWIN@clinic.example')).toMatchObject({ code: 'MANAGED_USER_EXISTS' });
  });

  it('do not touch an account that somebody has at the address, nor tell of it', async () => {
    const person = await graph.signUp({ handle: `somebody-${topology}` });
    const id = idOf(await create(`${person.handle}@example.com`));
    expect(id).not.toBe(person.id);
    expect(await me(person.key)).toBe(person.id);
    await expect(tokensOf(platform, person.id)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('are listed to their platform and to nobody else', async () => {
    const listed = await graph.execute(ManagedUsersDocument, { first: 50 }, { key });
    expect(listed.data.managedUsers.totalCount).toBe(listed.data.managedUsers.nodes.length);
    expect(listed.data.managedUsers.nodes.map(node => node.email)).toContain('dorothy@clinic.example');
    const other = await ownToken(await register());
    expect((await graph.execute(ManagedUsersDocument, {}, { key: other })).data.managedUsers.totalCount).toBe(
      0,
    );
    for (const credential of [developer.key, await ownToken(platform, 'MANAGED_USER_WRITE')]) {
      const refused = await graph.execute(ManagedUsersDocument, {}, { key: credential });
      expect(refused.body.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });

  it('are out of reach of another platform', async () => {
    const id = idOf(await create('mine@clinic.example'));
    const other = await register();
    const theirs = await ownToken(other);
    const invented = 'usr_01h455vb4pex5vsknk084sn02q';
    for (const target of [id, invented]) {
      await expect(tokensOf(other, target)).rejects.toMatchObject({
        error: 'invalid_grant',
        error_description: 'grant request is invalid',
      });
      const refused = await graph.execute(
        DeleteManagedUserDocument,
        { input: { id: target } },
        { key: theirs },
      );
      expect(refused.body.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    }
    expect(await me((await tokensOf(platform, id)).access_token)).toBe(id);
  });

  it('are no way for a client to act as its owner', async () => {
    expect(await me(key)).toBe('FORBIDDEN');
    const plain = await registerClient(graph, developer);
    await expect(openid.clientCredentialsGrant(plain.config, { scope: OWN_SCOPES })).rejects.toMatchObject({
      error: 'invalid_scope',
    });
    await expect(tokensOf(plain, developer.id)).rejects.toMatchObject({ error: 'invalid_request' });
  });

  it('lose every token and key when they are deleted', async () => {
    const id = idOf(await create('leaving@clinic.example'));
    const { access_token, refresh_token = '' } = await tokensOf(platform, id);
    const { token } = await sessionOf(graph, { id, handle: '', key: '' });
    expect(await me(token)).toBe(id);
    const deleted = await graph.execute(DeleteManagedUserDocument, { input: { id } }, { key });
    expect(deleted.data.deleteManagedUser).toMatchObject({ id });
    expect(await me(access_token)).toBe('ACCESS_TOKEN_REVOKED');
    await until(async () => (await me(token)) === 'UNAUTHENTICATED');
    await expect(openid.refreshTokenGrant(platform.config, refresh_token)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    await expect(tokensOf(platform, id)).rejects.toMatchObject({ error: 'invalid_grant' });
    const rows = await graph.database.query('select * from identity.users');
    expect(JSON.stringify(rows)).not.toContain('leaving');
    // The address is free again.
    expect(idOf(await create('leaving@clinic.example'))).not.toBe(id);
  });

  it('keep the account of their developer, and the organization of their platform, from ending', async () => {
    const founder = await graph.signUp();
    const organizationId = await createOrganization(graph, founder);
    const member = await graph.signUp();
    await joinOrganization(graph, { organizationId, inviter: founder, member });
    const terms = { name: 'Ours', isPlatform: true, scopes: ['MANAGED_USER_WRITE' as const] };
    const refused = await graph.execute(
      CreateOAuthClientDocument,
      { input: { ...terms, redirectUris: [], organizationId } },
      { key: member.key },
    );
    expect(refused.errors[0]?.extensions).toMatchObject({ requiredPermission: 'oauth_client.manage' });
    const ours = await registerClient(graph, founder, { ...terms, redirectUris: [], organizationId });
    const as = await ownToken(ours, 'MANAGED_USER_WRITE');
    const id = idOf(await create('kept@clinic.example', as));

    const input = { organizationId };
    const end = async () =>
      (await graph.execute(DeleteOrganizationDocument, { input }, { key: founder.key })).data
        .deleteOrganization;
    expect(await end()).toMatchObject({ code: 'OAUTH_CLIENT_HAS_USERS' });
    const leave = { input: { handle: developer.handle } };
    const stays = await graph.execute(DeleteAccountDocument, leave, { key: developer.key });
    expect(stays.data.deleteAccount).toMatchObject({ code: 'OAUTH_CLIENT_HAS_USERS' });
    // The control: without users, both the organization and its client end, and the client's tokens with them.
    await graph.execute(DeleteManagedUserDocument, { input: { id } }, { key: as });
    expect((await end()).__typename).toBe('OrganizationDeleted');
    await until(async () => (await me(as)) === 'ACCESS_TOKEN_REVOKED', 6000);
  });

  it('keep their platform from being deleted under them', async () => {
    const input = { id: platform.id };
    const refused = await graph.execute(DeleteOAuthClientDocument, { input }, { key: developer.key });
    expect(refused.data.deleteOAuthClient).toMatchObject({ code: 'OAUTH_CLIENT_HAS_USERS' });
    expect(
      await me((await tokensOf(platform, idOf(await create('stay@clinic.example')))).access_token),
    ).toMatch(/^usr_/);
  });
});
