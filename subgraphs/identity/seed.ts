import { newId } from '#platform/ids.ts';
import { type Principal, servicePrincipal } from '#platform/principal.ts';
import { transact } from '#platform/transaction.ts';
import { createApiKey } from './api-keys/create-api-key.ts';
import type { IdentityContext } from './context.ts';
import { scopes } from './domain/scope.ts';
import { createTeam } from './teams/create-team.ts';
import { MembershipEntity } from './teams/membership.entity.ts';
import { TeamEntity } from './teams/team.entity.ts';
import { membershipEvent } from './teams/team.events.ts';
import { createUser } from './users/create-user.ts';
import { type User, UserEntity } from './users/user.entity.ts';

/** Ids of the demo's people and team never change, so that examples can name them. */
export const demoUsers = {
  ada: { id: 'usr_01jc000000e008000000000ada', name: 'Ada Lovelace', timeZone: 'Europe/London' },
  grace: { id: 'usr_01jc000000e0080000000grace', name: 'Grace Hopper', timeZone: 'America/New_York' },
  katherine: { id: 'usr_01jc000000e008000kather1ne', name: 'Katherine Johnson', timeZone: 'Asia/Kolkata' },
} as const;

export const demoTeam = {
  id: 'team_01jc000000e00800000eng1nes',
  handle: 'engines',
  name: 'Difference Engines',
} as const;

type DemoHandle = keyof typeof demoUsers;
type OpenContext = (viewer: Principal) => IdentityContext;

function principalOf(user: User): Principal {
  const { id, organizationId } = user;
  return { kind: 'USER', id, credential: null, scopes: ['*'], organizationId, roles: {} };
}

async function seedUser(openContext: OpenContext, handle: DemoHandle): Promise<User> {
  const ctx = openContext(servicePrincipal('seed'));
  const known = await ctx.em.findOne(UserEntity, { id: demoUsers[handle].id });
  if (known) return known;
  return createUser(ctx, { ...demoUsers[handle], handle, email: `${handle}@demo.example`, locale: 'en' });
}

async function seedTeam(openContext: OpenContext, owner: User, members: readonly User[]): Promise<void> {
  const ctx = openContext(principalOf(owner));
  if (await ctx.em.findOne(TeamEntity, { id: demoTeam.id })) return;
  await createTeam(ctx, demoTeam);
  for (const member of members) {
    await transact(ctx, async ({ em, emit }) => {
      const membership = em.create(MembershipEntity, {
        id: newId('mbr'),
        organizationId: owner.organizationId,
        teamId: demoTeam.id,
        userId: member.id,
        role: 'MEMBER',
        createdAt: new Date(ctx.clock.now()),
      });
      await em.flush();
      await emit(membershipEvent('membership.created', membership));
    });
  }
}

/** Three people and their team, once. */
export async function seedIdentity(openContext: OpenContext): Promise<void> {
  const ada = await seedUser(openContext, 'ada');
  const grace = await seedUser(openContext, 'grace');
  const katherine = await seedUser(openContext, 'katherine');
  await seedTeam(openContext, ada, [grace, katherine]);
}

/** A new key with every scope for each of the demo's people. */
export async function mintDemoKeys(openContext: OpenContext): Promise<Record<DemoHandle, string>> {
  const keys = {} as Record<DemoHandle, string>;
  for (const handle of Object.keys(demoUsers) as DemoHandle[]) {
    const user = await seedUser(openContext, handle);
    const { secret } = await createApiKey(openContext(principalOf(user)), {
      name: 'Demo',
      scopes: [...scopes],
    });
    keys[handle] = secret;
  }
  return keys;
}
