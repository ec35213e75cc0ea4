import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { BookingField } from '../domain/booking-fields.ts';
import type { RoutingDestination, RoutingRule } from '../domain/routing.ts';

/** Questions that lead a guest to what suits them. */
export const RoutingFormEntity = defineEntity({
  name: 'RoutingForm',
  tableName: 'routing_forms',
  properties: {
    id: p.type(new TypeIdColumn('frm')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    /** `usr_…` or `team_…`. */
    ownerId: p.text(),
    slug: p.text(),
    name: p.text(),
    isActive: p.boolean(),
    fields: p.json().$type<BookingField[]>(),
    rules: p.json().$type<RoutingRule[]>(),
    fallback: p.json().$type<RoutingDestination>(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type RoutingFormRow = InferEntity<typeof RoutingFormEntity>;

/** What somebody answered, and where it led. */
export const RoutingFormResponseEntity = defineEntity({
  name: 'RoutingFormResponse',
  tableName: 'routing_form_responses',
  properties: {
    /** Random throughout: who holds it books with whom it led to. */
    id: p.type(new TypeIdColumn('rsp')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    formId: p.type(new TypeIdColumn('frm')).$type<string>(),
    formVersion: p.integer(),
    /** Encrypted. */
    answers: p.text(),
    /** `null`: no rule matched. */
    ruleName: p.text().strictNullable(),
    destination: p.json().$type<RoutingDestination>(),
    submittedAt: p.datetime(),
    /** The last booking that was made with it. */
    bookingId: p.type(new TypeIdColumn('bkg')).$type<string | null>().strictNullable(),
  },
});

export type RoutingFormResponseRow = InferEntity<typeof RoutingFormResponseEntity>;
