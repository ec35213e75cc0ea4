import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import type { IdentityContext } from '../context.ts';
import { AuditEntryConnection, AuditLogArgs } from './audit.graphql.ts';
import { findAuditEntries } from './find-audit-entries.ts';

@Resolver()
export class AuditResolver {
  @Tag('internal')
  @Access({ to: 'USER', scope: 'AUDIT_READ', permission: 'audit_log.read', otherwise: 'FORBIDDEN' })
  @Query(() => AuditEntryConnection, {
    description:
      'What was done in an organization, newest first: sign-ins and keys of its members, too. Needs `audit_log.read`.',
  })
  auditLog(@Args(() => AuditLogArgs) args: AuditLogArgs, @Ctx() ctx: IdentityContext) {
    return findAuditEntries(ctx, args);
  }
}
