import type { NewEvent } from '#platform/transaction.ts';
import type { EventName } from '../../../schema/events.ts';
import type { RoutingFormChange, RoutingFormSubmission } from '../../../schema/routing-form-events.ts';
import type { RoutingFormResponseRow, RoutingFormRow } from './routing-form.entity.ts';

type Changed = Pick<RoutingFormRow, 'id' | 'organizationId' | 'ownerId' | 'version'>;

export function routingFormChanged({ id, organizationId, ownerId, version }: Changed): NewEvent {
  const payload: RoutingFormChange = { formId: id, ownerId };
  return {
    name: 'routing_form.changed' satisfies EventName,
    aggregateType: 'routing_form',
    aggregateId: id,
    version,
    payload,
    audience: [],
    organizationId,
  };
}

/** News of an answered form. What was answered is not in it: the log is kept longer than answers may be. */
export function routingFormSubmitted(form: RoutingFormRow, response: RoutingFormResponseRow): NewEvent {
  const payload: RoutingFormSubmission = {
    responseId: response.id,
    formId: form.id,
    formVersion: response.formVersion,
    ownerId: form.ownerId,
    ruleName: response.ruleName,
    destination: response.destination,
    submittedAt: response.submittedAt.toISOString(),
  };
  return {
    name: 'routing_form.submitted' satisfies EventName,
    aggregateType: 'routing_form_response',
    aggregateId: response.id,
    version: 1,
    payload,
    audience: [],
    organizationId: form.organizationId,
  };
}
