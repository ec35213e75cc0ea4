import * as ops from '../../../examples/operations/operations.generated.ts';
import type { TestGraph, TestUser } from './graph.ts';

export async function createOrganization(graph: TestGraph, owner: TestUser, handle = `org-${owner.handle}`) {
  const input = { handle, name: 'Engines' };
  const { createOrganization: outcome } = (
    await graph.execute(ops.CreateOrganizationDocument, { input }, { key: owner.key })
  ).data;
  if (outcome.__typename !== 'OrganizationCreated') throw new Error(JSON.stringify(outcome));
  return outcome.organization.id;
}

/** Invites somebody to an organization, who accepts; the id of the membership. */
export async function joinOrganization(
  graph: TestGraph,
  {
    organizationId,
    inviter,
    member,
    role = 'MEMBER',
  }: { organizationId: string; inviter: TestUser; member: TestUser; role?: ops.MemberRole },
) {
  const input = { organizationId, email: `${member.handle}@example.com`, role };
  const { inviteToOrganization } = (
    await graph.execute(ops.InviteToOrganizationDocument, { input }, { key: inviter.key })
  ).data;
  if (inviteToOrganization.__typename !== 'MemberInvited')
    throw new Error(JSON.stringify(inviteToOrganization));
  const accept = { input: { invitationId: inviteToOrganization.invitation.id } };
  const { acceptInvitation } = (
    await graph.execute(ops.JoinByInvitationDocument, accept, { key: member.key })
  ).data;
  if (acceptInvitation.__typename !== 'OrganizationJoined') throw new Error(JSON.stringify(acceptInvitation));
  return acceptInvitation.membership.id;
}

export async function organizationPage(graph: TestGraph, user: TestUser, id: string) {
  const { organization } = (await graph.execute(ops.OrganizationPageDocument, { id }, { key: user.key }))
    .data;
  if (!organization) throw new Error(`${user.handle} does not see ${id}.`);
  return organization;
}

/** The membership of a user in an organization, as its owner sees it. */
export async function placeOf(graph: TestGraph, owner: TestUser, organizationId: string, member: TestUser) {
  const page = await organizationPage(graph, owner, organizationId);
  const place = page.members?.nodes.find(({ user }) => user.id === member.id);
  if (!place) throw new Error(`${member.handle} is no member.`);
  return place;
}
