import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { AuditAction } from '../domain/audit-action.ts';

/** What was done, by whom and from where. Only read through here: entries are appended by SQL and never change. */
export const AuditEntryEntity = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entries',
  properties: {
    id: p.type(new TypeIdColumn('aud')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    action: p.text().$type<AuditAction>(),
    actorKind: p.text(),
    actorId: p.text().strictNullable(),
    credentialKind: p.text().strictNullable(),
    credentialId: p.text().strictNullable(),
    clientAddress: p.text().strictNullable(),
    correlationId: p.text(),
    targetType: p.text(),
    targetId: p.text(),
    before: p.json<Record<string, unknown>>().strictNullable(),
    after: p.json<Record<string, unknown>>().strictNullable(),
    occurredAt: p.datetime(),
    erasedAt: p.datetime().strictNullable(),
  },
});

export type AuditEntry = InferEntity<typeof AuditEntryEntity>;
