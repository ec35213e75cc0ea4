import { randomUUID } from 'node:crypto';
import { notFound } from '#platform/errors.ts';
import { fromUuid, requireId } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { appendEvents } from '#platform/outbox.ts';
import { ok, type Result } from '#platform/result.ts';
import { completeEvent } from '#platform/transaction.ts';
import { changeOnce } from '../bookings/idempotent-change.ts';
import type { SchedulingContext } from '../context.ts';
import { type Answer, type AnswerFault, readAnswers } from '../domain/booking-fields.ts';
import { type RoutingDestination, route } from '../domain/routing.ts';
import { RoutingFormResponseEntity, type RoutingFormRow } from './routing-form.entity.ts';
import { routingFormSubmitted } from './routing-form.events.ts';
import { sealAnswers } from './sealed-answers.ts';

interface Submission {
  formId: string;
  answers: readonly Answer[];
  idempotencyKey?: string | null;
}

export interface RoutingReceipt {
  responseId: string;
  destination: RoutingDestination;
}

/** Where a form leads whose event types are all gone or switched off. */
const nowhere: RoutingDestination = {
  kind: 'MESSAGE',
  message: 'Thank you. There is nothing that can be booked right now.',
};

/** What has become of event types and their hosts since the rules were written, in two statements. */
async function readOpener(ctx: SchedulingContext, { rules, fallback }: RoutingFormRow) {
  const destinations = [...rules.map(rule => rule.destination), fallback];
  const ids = [
    ...new Set(destinations.flatMap(given => (given.kind === 'EVENT_TYPE' ? given.eventTypeId : []))),
  ];
  const [eventTypes, hosts] = await Promise.all([
    Promise.all(ids.map(id => ctx.loaders.eventType.load(id))),
    Promise.all(ids.map(id => ctx.loaders.hostsOfEventType.load(id))),
  ]);
  const known = new Map(
    ids.map((id, index) => [id, { eventType: eventTypes[index], hosts: hosts[index] ?? [] }]),
  );
  return (destination: RoutingDestination): RoutingDestination | null => {
    if (destination.kind !== 'EVENT_TYPE') return destination;
    const { eventType, hosts: present = [] } = known.get(destination.eventTypeId) ?? {};
    const isOpen =
      eventType?.isActive && eventType.lockedFields === null && eventType.visibility !== 'PRIVATE';
    if (!isOpen) return null;
    if (!destination.hostIds) return destination;
    const hostIds = destination.hostIds.filter(id => present.some(host => host.userId === id));
    return hostIds.length > 0 ? { ...destination, hostIds } : null;
  };
}

/** Takes the answers to a form, keeps them for those who manage it, and says where they lead. */
export async function submitRoutingForm(
  ctx: SchedulingContext,
  input: Submission,
): Promise<Result<RoutingReceipt, AnswerFault[]>> {
  const form = await ctx.loaders.routingForm.load(requireId('frm', input.formId, 'formId'));
  if (!form) throw notFound('routing form');
  const opened = await readOpener(ctx, form);
  const { organizationId } = form;
  return changeOnce<RoutingReceipt, AnswerFault[]>(ctx, {
    operation: 'submitRoutingForm',
    organizationId,
    input,
    async work(em, keep) {
      if (!form.isActive) throw notFound('routing form');
      const answers = readAnswers(form.fields, input.answers);
      if (!answers.ok) return answers;
      const routed = route(form, answers.value, opened);
      // Not one that tells its time: who holds it books with whom it led to, so nobody may guess it.
      const id = fromUuid('rsp', randomUUID());
      const destination = routed?.destination ?? nowhere;
      const response = em.create(RoutingFormResponseEntity, {
        id,
        organizationId,
        formId: form.id,
        formVersion: form.version,
        answers: sealAnswers(ctx.encryption, answers.value, { id, organizationId }),
        ruleName: routed?.rule?.name ?? null,
        destination,
        submittedAt: new Date(ctx.clock.now()),
        bookingId: null,
      });
      await em.flush();
      const news = completeEvent(ctx, routingFormSubmitted(form, response));
      await appendEvents(em, [news], ctx.consumersOf);
      const receipt = { responseId: id, destination };
      await keep(receipt).execute(statements(em));
      return ok(receipt);
    },
  });
}
