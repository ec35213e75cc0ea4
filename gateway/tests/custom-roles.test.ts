import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import { servicePrincipal } from '#platform/principal.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { setPlan } from '../../subgraphs/identity/plans/set-plan.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { createOrganization, joinOrganization, organizationPage } from './kit/organizations.ts';

describe('custom roles, attributes and plans', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let grace: TestUser;
  let mallory: TestUser;
  let organizationId: string;
  let graces: string;

  const book = (plan: ops.Plan, id = organizationId) =>
    setPlan(graph.apps.identity.openContext(servicePrincipal('billing')), { organizationId: id, plan });

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp({ handle: 'ada' });
    grace = await graph.signUp({ handle: 'grace' });
    mallory = await graph.signUp({ handle: 'mallory' });
    organizationId = await createOrganization(graph, ada, 'engines');
    graces = await joinOrganization(graph, { organizationId, inviter: ada, member: grace });
    await book('ENTERPRISE');
  });
  afterAll(() => graph.stop());

  const create = (user: TestUser, name: string, permissions: string[], id = organizationId) =>
    graph.execute(
      ops.CreateCustomRoleDocument,
      { input: { organizationId: id, name, permissions } },
      { key: user.key },
    );
  async function roleOf(user: TestUser, name: string, permissions: string[]) {
    const { createCustomRole } = (await create(user, name, permissions)).data;
    if (createCustomRole.__typename !== 'CustomRoleCreated')
      throw new Error(JSON.stringify(createCustomRole));
    return createCustomRole.role;
  }
  const assign = (user: TestUser, membershipId: string, roleIds: string[]) =>
    graph.execute(
      ops.SetMemberRolesDocument,
      { input: { organizationId, membershipId, roleIds } },
      { key: user.key },
    );
  const remove = async (roleId: string) =>
    graph.execute(ops.DeleteCustomRoleDocument, { input: { organizationId, roleId } }, { key: ada.key });
  const permissionsOf = async (user: TestUser) =>
    (await organizationPage(graph, user, organizationId)).viewerPermissions;

  it('add to what a role allows, at once and until they are taken away', async () => {
    const recruiter = await roleOf(ada, 'Recruiter', ['member.invite', 'audit_log.read']);
    const invite = () =>
      graph.execute(
        ops.InviteToOrganizationDocument,
        { input: { organizationId, email: `${Math.random()}@example.com`.slice(2) } },
        { key: grace.key },
      );
    expect((await invite()).code).toBe('FORBIDDEN');
    await assign(ada, graces, [recruiter.id]);
    expect(await permissionsOf(grace)).toEqual([
      'audit_log.read',
      'member.invite',
      'member.read',
      'team.read',
    ]);
    expect((await invite()).data.inviteToOrganization.__typename).toBe('MemberInvited');
    const narrowed = await graph.execute(
      ops.UpdateCustomRoleDocument,
      {
        input: {
          organizationId,
          roleId: recruiter.id,
          expectedVersion: recruiter.version,
          permissions: ['audit_log.read'],
        },
      },
      { key: ada.key },
    );
    expect(narrowed.data.updateCustomRole.__typename).toBe('CustomRoleUpdated');
    expect((await invite()).errors[0]?.extensions).toMatchObject({ requiredPermission: 'member.invite' });
    await remove(recruiter.id);
    expect(await permissionsOf(grace)).toEqual(['member.read', 'team.read']);
  });

  it('never grant more than their giver has', async () => {
    const manager = await roleOf(ada, 'Role manager', ['role.manage', 'role.assign', 'member.update']);
    await assign(ada, graces, [manager.id]);
    const strong = await roleOf(ada, 'Strong', ['member.remove']);
    const held = ['role.manage', 'role.assign', 'member.update'];
    const refusals = await Promise.all([
      create(grace, 'Mine', [...held, 'organization.delete']),
      assign(grace, graces, [manager.id, strong.id]),
      graph.execute(
        ops.UpdateCustomRoleDocument,
        {
          input: {
            organizationId,
            roleId: manager.id,
            expectedVersion: manager.version,
            permissions: [...held, 'member.remove'],
          },
        },
        { key: grace.key },
      ),
      graph.execute(
        ops.DeleteCustomRoleDocument,
        { input: { organizationId, roleId: strong.id } },
        { key: grace.key },
      ),
      graph.execute(
        ops.ChangeOrganizationMemberRoleDocument,
        { input: { membershipId: graces, role: 'ADMIN' } },
        { key: grace.key },
      ),
    ]);
    expect(refusals.map(({ code }) => code)).toEqual(Array(5).fill('FORBIDDEN'));
    // Nor does a manager take from those who can do more.
    const owner = (await organizationPage(graph, ada, organizationId)).members?.nodes.find(
      ({ role }) => role === 'OWNER',
    );
    expect((await assign(grace, owner?.id ?? '', [])).code).toBe('FORBIDDEN');
    expect((await create(grace, 'Same', held)).data.createCustomRole.__typename).toBe('CustomRoleCreated');
    await assign(ada, graces, []);
  });

  it('with `team.manage` lead teams of the organization, in scheduling, too', async () => {
    const input = { organizationId, handle: 'looms', name: 'Looms' };
    const { createTeam } = (await graph.execute(ops.CreateTeamDocument, { input }, { key: ada.key })).data;
    if (createTeam.__typename !== 'TeamCreated') throw new Error(JSON.stringify(createTeam));
    const teamId = createTeam.team.id;
    const lead = await roleOf(ada, 'Lead', ['team.manage']);
    await assign(ada, graces, [lead.id]);
    const rename = await graph.execute(
      ops.UpdateTeamDocument,
      { input: { teamId, expectedVersion: 1, name: 'Big looms' } },
      { key: grace.key },
    );
    expect(rename.data.updateTeam.__typename).toBe('TeamUpdated');
    const fresh = { name: 'Fresh', scopes: ['EVENT_TYPE_READ' as const] };
    const { secret } = (await graph.execute(ops.CreateApiKeyDocument, { input: fresh }, { key: grace.key }))
      .data.createApiKey;
    const { data } = await graph.execute(
      'query ($id: ID!) { team(id: $id) { eventTypes { totalCount } } }',
      { id: teamId },
      { key: secret },
    );
    expect(data).toEqual({ team: { eventTypes: { totalCount: 0 } } });
  });

  it('are told by name, and only of permissions that there are', async () => {
    await roleOf(ada, 'Twice', ['member.read']);
    expect((await create(ada, 'Twice', ['member.read'])).data.createCustomRole).toMatchObject({
      code: 'NAME_TAKEN',
    });
    for (const permissions of [[], ['member.befriend'], ['toString']]) {
      const refused = await create(ada, 'X', permissions);
      expect([refused.code, refused.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'permissions']);
    }
  });

  it('are booked with a plan, and as many as it has room for', async () => {
    const free = await createOrganization(graph, mallory, 'free-riders');
    const refused = await create(mallory, 'X', ['member.read'], free);
    expect([refused.status, refused.errors[0]?.extensions]).toMatchObject([
      402,
      { code: 'PLAN_REQUIRED', feature: 'CUSTOM_ROLES' },
    ]);
    await book('TEAM', free);
    for (let count = 0; count < 5; count++) await create(mallory, `Role ${count}`, ['member.read'], free);
    const full = await create(mallory, 'One more', ['member.read'], free);
    expect(full.errors[0]?.extensions).toMatchObject({ code: 'PLAN_LIMIT_REACHED', max: 5 });
    // Strangers do not learn which plan it is.
    for (const id of [free, organizationId, newId('org')]) {
      const stranger = await graph.signUp();
      expect((await create(stranger, 'X', ['member.read'], id)).code).toBe('NOT_FOUND');
    }
  });

  it('have no room for more members than the plan, however many join at once', async () => {
    const small = await createOrganization(graph, mallory, 'small');
    await graph.database.query(
      `insert into identity.plan_features values ('FREE', 'MEMBERS', 3) on conflict (plan, feature) do update set "limit" = 3`,
    );
    const guests = [await graph.signUp(), await graph.signUp(), await graph.signUp(), await graph.signUp()];
    const joined = await Promise.allSettled(
      guests.map(member => joinOrganization(graph, { organizationId: small, inviter: mallory, member })),
    );
    expect(joined.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect((await organizationPage(graph, mallory, small)).members?.totalCount).toBe(3);
  });

  describe('attributes of members', () => {
    const define = (input: Omit<ops.CreateMemberAttributeInput, 'organizationId'>) =>
      graph.execute(
        ops.CreateMemberAttributeDocument,
        { input: { organizationId, ...input } },
        { key: ada.key },
      );
    const set = (values: ops.MemberAttributeValueInput[], by = ada) =>
      graph.execute(
        ops.SetMemberAttributesDocument,
        { input: { organizationId, membershipId: graces, values } },
        { key: by.key },
      );
    const shown = async (by: TestUser) =>
      (
        await graph.execute(ops.OrganizationRolesDocument, { id: organizationId }, { key: by.key })
      ).data.organization?.members?.nodes
        .find(({ id }) => id === graces)
        ?.attributes?.map(({ attribute, value }) => [attribute.slug, value]);

    beforeAll(async () => {
      await define({ slug: 'city', name: 'City', type: 'SELECT', options: ['Berlin', 'Paris'] });
      await define({ slug: 'languages', name: 'Languages', type: 'MULTI_SELECT', options: ['de', 'fr'] });
      await define({ slug: 'seniority', name: 'Seniority', type: 'NUMBER' });
      await define({ slug: 'remote', name: 'Remote', type: 'BOOLEAN' });
      await define({ slug: 'motto', name: 'Motto', type: 'TEXT' });
    });

    it('hold values of their types, and tell the other subgraphs', async () => {
      const values = [
        { slug: 'city', value: 'Paris' },
        { slug: 'languages', value: ['fr', 'de'] },
        { slug: 'seniority', value: 3.5 },
        { slug: 'remote', value: false },
        { slug: 'motto', value: 'Ship it' },
      ];
      await set(values);
      await set([{ slug: 'motto', value: null }]);
      const expected = values.slice(0, 4).map(({ slug, value }) => [slug, value]);
      expect(await shown(ada)).toEqual(expected);
      expect(await shown(grace)).toEqual(expected);
      const events = await graph.database.query<{ version: number; payload: unknown }>(
        `select version, payload from identity.outbox_events where name = 'member.attributes_changed' order by version`,
      );
      expect(events.map(({ version }) => version)).toEqual([1, 2]);
      expect(events[1]?.payload).toEqual({
        organizationId,
        userId: grace.id,
        attributes: { city: 'Paris', languages: ['fr', 'de'], seniority: 3.5, remote: false },
      });
    });

    it('hold nothing else, and nothing changes', async () => {
      const before = await shown(ada);
      for (const wrong of [
        [{ slug: 'city', value: 'Rome' }],
        [{ slug: 'seniority', value: '3' }],
        [{ slug: 'height', value: 1 }],
        [
          { slug: 'motto', value: 'Good' },
          { slug: 'remote', value: 'yes' },
        ],
      ]) {
        const refused = await set(wrong);
        expect([refused.code, refused.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'values']);
      }
      expect(await shown(ada)).toEqual(before);
    });

    it('are set and seen by those who may', async () => {
      const member = await graph.signUp();
      await joinOrganization(graph, { organizationId, inviter: ada, member });
      expect(await shown(member)).toBeUndefined();
      expect((await set([{ slug: 'motto', value: 'x' }], member)).errors[0]?.extensions).toMatchObject({
        requiredPermission: 'attribute.assign',
      });
      expect((await set([], mallory)).code).toBe('NOT_FOUND');
    });

    it('go with their definition', async () => {
      const { organization } = (
        await graph.execute(ops.OrganizationRolesDocument, { id: organizationId }, { key: ada.key })
      ).data;
      const attributeId = organization?.memberAttributes?.find(({ slug }) => slug === 'city')?.id ?? '';
      await graph.execute(
        ops.DeleteMemberAttributeDocument,
        { input: { organizationId, attributeId } },
        { key: ada.key },
      );
      expect((await shown(ada))?.map(([slug]) => slug)).toEqual(['languages', 'seniority', 'remote']);
    });
  });
});
