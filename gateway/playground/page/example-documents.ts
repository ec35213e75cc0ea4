import availability from '../../../examples/operations/availability.graphql?raw';
import bookingPage from '../../../examples/operations/booking-page.graphql?raw';
import console from '../../../examples/operations/console.graphql?raw';
import dashboard from '../../../examples/operations/dashboard.graphql?raw';
import eventTypes from '../../../examples/operations/event-types.graphql?raw';
import partner from '../../../examples/operations/partner.graphql?raw';
import { type OperationSource, operationsIn } from './operation-source.ts';

const operations = new Map<string, OperationSource>(
  [bookingPage, dashboard, console, eventTypes, availability, partner].flatMap(source => [
    ...operationsIn(source),
  ]),
);

/** An operation of the contract documents. */
export function operationOf(name: string): OperationSource {
  const found = operations.get(name);
  if (!found) throw new Error(`No document in examples/operations holds ${name}.`);
  return found;
}
