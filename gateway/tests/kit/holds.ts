import * as ops from '../../../examples/operations/operations.generated.ts';
import type { TestGraph } from './graph.ts';
import type { TestSlot } from './stories.ts';

/** Asks for a hold, whatever comes of it. */
export async function tryToHold(
  graph: TestGraph,
  eventTypeId: string,
  slot: TestSlot | undefined,
  more: Partial<ops.HoldSlotInput> = {},
) {
  const input = {
    eventTypeId,
    startsAt: slot?.startsAt ?? '',
    idempotencyKey: `hold ${Math.random()}`,
    ...more,
  };
  return (await graph.execute(ops.HoldSlotDocument, { input })).data.holdSlot;
}

export async function hold(
  graph: TestGraph,
  eventTypeId: string,
  slot: TestSlot | undefined,
  more: Partial<ops.HoldSlotInput> = {},
) {
  const outcome = await tryToHold(graph, eventTypeId, slot, more);
  if (outcome.__typename !== 'SlotHeld') throw new Error(JSON.stringify(outcome));
  return outcome;
}

export async function extend(graph: TestGraph, holdToken: string, minutes?: number) {
  const input = { holdToken, minutes: minutes ?? null, idempotencyKey: `extend ${Math.random()}` };
  return (await graph.execute(ops.ExtendHoldDocument, { input })).data.extendHold;
}

export async function release(graph: TestGraph, holdToken: string) {
  return (await graph.execute(ops.ReleaseHoldDocument, { input: { holdToken } })).data.releaseHold;
}
