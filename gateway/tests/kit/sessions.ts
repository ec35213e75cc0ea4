import type { RequestContext } from '#platform/transaction.ts';
import { transact } from '#platform/transaction.ts';
import { startSession } from '../../../subgraphs/identity/sessions/start-session.ts';
import { UserEntity } from '../../../subgraphs/identity/users/user.entity.ts';
import type { TestGraph, TestUser } from './graph.ts';

export interface TestSession {
  token: string;
  id: string;
}

export const contextOf = (graph: TestGraph, user: TestUser) =>
  graph.apps.identity.openContext({
    kind: 'USER',
    id: user.id,
    credential: null,
    scopes: ['*'],
    organizationId: null,
    roles: {},
  });

/** A session of somebody whose proof a test is not about. */
export async function sessionOf(
  graph: TestGraph,
  user: TestUser,
  details: Partial<Pick<RequestContext, 'userAgent' | 'clientAddress'>> = {},
): Promise<TestSession> {
  const ctx = { ...contextOf(graph, user), ...details };
  const { token, session } = await transact(ctx, async unit => {
    const found = await unit.em.findOneOrFail(UserEntity, { id: user.id });
    return startSession(ctx, unit, found, { method: 'MAGIC_LINK', connectionId: null });
  });
  return { token, id: session.id };
}
