import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import { memberRoles } from '../domain/role.ts';

/** An open offer of a membership; accepting or withdrawing it deletes the row. */
export const InvitationEntity = defineEntity({
  name: 'Invitation',
  tableName: 'invitations',
  properties: {
    id: p.type(new TypeIdColumn('inv')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    /** `null`: to the organization itself. */
    teamId: p.type(new TypeIdColumn('team')).$type<string>().strictNullable(),
    /** Lower case. */
    email: p.text(),
    role: p.enum(memberRoles),
    /** SHA-256 of what the mail says; `null` until it is sent. */
    tokenHash: p.text().strictNullable(),
    invitedById: p.type(new TypeIdColumn('usr')).$type<string>(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});

export type Invitation = InferEntity<typeof InvitationEntity>;
