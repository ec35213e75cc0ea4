import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { OauthClientEntity } from '../oauth/oauth-client.entity.ts';
import { ManagedUserEntity } from './managed-user.entity.ts';

/** Whether a platform of the owner's has users, who would be left without it. The lock holds back new ones. */
export async function hasManagedUsers(
  em: EntityManager,
  owner: { ownerUserId: string } | { ownerUserId: null; organizationId: string },
): Promise<boolean> {
  const clients = await em.find(OauthClientEntity, owner, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const clientId = clients.map(({ id }) => id);
  return (await em.count(ManagedUserEntity, { clientId: { $in: clientId } })) > 0;
}
