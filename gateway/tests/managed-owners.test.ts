import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as openid from 'openid-client';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { ISSUER, registerClient, type TestClient } from './kit/oauth.ts';
import { createOrganization, joinOrganization, placeOf } from './kit/organizations.ts';
import { createTeam, joinTeam } from './kit/stories.ts';

const ROUNDS = 4;

describe('a managed user who owns something', () => {
  let graph: TestGraph;
  let developer: TestUser;
  let platform: TestClient;
  let key: string;
  let made = 0;

  beforeAll(async () => {
    graph = await startGraph({ publicUrl: ISSUER });
    developer = await graph.signUp();
    const scopes = ['MANAGED_USER_WRITE', 'PROFILE_READ', 'TEAM_READ', 'TEAM_WRITE'] as const;
    platform = await registerClient(graph, developer, {
      isPlatform: true,
      redirectUris: [],
      scopes: [...scopes],
    });
    const scope = 'MANAGED_USER_WRITE';
    key = (await openid.clientCredentialsGrant(platform.config, { scope })).access_token;
  });
  afterAll(() => graph.stop());

  /** One whom the platform acts for. */
  async function managed(): Promise<TestUser> {
    const input = { email: `owner-${++made}@example.com`, name: 'Owner', timeZone: 'UTC' };
    const { createManagedUser } = (await graph.execute(ops.CreateManagedUserDocument, { input }, { key }))
      .data;
    if (createManagedUser.__typename !== 'ManagedUserCreated') throw new Error(createManagedUser.code);
    const { id } = createManagedUser.managedUser;
    const tokens = await openid.genericGrantRequest(
      platform.config,
      'urn:ietf:params:oauth:grant-type:token-exchange',
      { subject_token: id, subject_token_type: 'urn:almanac:params:oauth:token-type:managed-user' },
    );
    // Their account's address without its host, to which others invite them.
    return { id, handle: `owner-${made}+${platform.id}`, key: tokens.access_token };
  }
  const end = async (id: string) => {
    const outcome = await graph.execute(ops.DeleteManagedUserDocument, { input: { id } }, { key });
    return outcome.data.deleteManagedUser;
  };
  const isThere = async (user: TestUser) =>
    (await graph.execute('{ me { id } }', undefined, { key: user.key })).status === 200;
  it('stays while a team would be left without an owner, and goes when somebody else owns it', async () => {
    const owner = await managed();
    const member = await graph.signUp();
    const teamId = await createTeam(graph, owner, 'clinic');
    const membershipId = await joinTeam(graph, { teamId, inviter: owner, member });
    expect(await end(owner.id)).toMatchObject({ __typename: 'LastOwner', code: 'LAST_OWNER' });
    // Nothing was done.
    expect(await isThere(owner)).toBe(true);
    const [left] = await graph.database.query<{ count: number }>(
      'select count(*)::int as count from identity.memberships m join identity.teams t on t.id = m.team_id where t.handle = $1',
      ['clinic'],
    );
    expect(left?.count).toBe(2);
    await graph.execute(ops.TransferTeamDocument, { input: { membershipId } }, { key: owner.key });
    // The control: an admin of the same team is no last owner.
    expect(await end(owner.id)).toMatchObject({ id: owner.id });
    expect(await isThere(owner)).toBe(false);
  });

  it('stays while an organization would be left without an owner', async () => {
    const owner = await managed();
    const member = await graph.signUp();
    const organizationId = await createOrganization(graph, owner, 'hospital');
    await joinOrganization(graph, { organizationId, inviter: owner, member });
    expect(await end(owner.id)).toMatchObject({ code: 'LAST_OWNER' });
    const { id: membershipId } = await placeOf(graph, owner, organizationId, member);
    const promote = { input: { membershipId, role: 'OWNER' as const } };
    await graph.execute(ops.ChangeOrganizationMemberRoleDocument, promote, { key: owner.key });
    expect(await end(owner.id)).toMatchObject({ id: owner.id });
  });

  /** The platform ends both owners of a team at once; how many owners are left. */
  async function ownersLeft(name: string): Promise<number[]> {
    const left: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const owner = await managed();
      const other = await managed();
      const handle = `${name}-${round}`;
      const teamId = await createTeam(graph, owner, handle);
      await joinTeam(graph, { teamId, inviter: owner, member: other, role: 'OWNER' });
      await Promise.all([end(owner.id), end(other.id)]);
      const [row] = await graph.database.query<{ owners: number }>(
        `select count(*)::int as owners from identity.memberships m join identity.teams t on t.id = m.team_id
         where t.handle = $1 and m.role = 'OWNER'`,
        [handle],
      );
      left.push(row?.owners ?? -1);
    }
    return left;
  }

  it('is one of two of whom one stays, when both are ended at once; without the lock, none does', async () => {
    expect(await ownersLeft('kept')).toEqual(Array(ROUNDS).fill(1));
    await graph.database.query(
      `create or replace function identity.lock_for_change(ids uuid[]) returns void language plpgsql
       as $$ begin perform pg_sleep(0.1); end $$`,
    );
    expect(await ownersLeft('orphaned')).toContain(0);
  }, 60_000);
});
