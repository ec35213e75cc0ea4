import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { meanwhile } from './kit/meanwhile.ts';
import { book, bookable, bookingInput, cancel, slotsOf } from './kit/stories.ts';

describe.each<Topology>(['standalone', 'distributed'])('deleting an event type, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  let stranger: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ topology });
    ada = await graph.signUp();
    stranger = await graph.signUp();
  });
  afterAll(() => graph.stop());

  const remove = (id: string, user = ada) =>
    graph.execute(ops.DeleteEventTypeDocument, { input: { id } }, { key: user.key });
  const isThere = async (id: string) =>
    (await graph.execute(ops.EventTypeSettingsDocument, { id }, { key: ada.key })).data.eventType !== null;

  it('takes away one that was never booked, with its links, for those who manage it', async () => {
    const { id } = await bookable(graph, ada);
    const link = { input: { eventTypeId: id } };
    await graph.execute(ops.CreatePrivateLinkDocument, link, { key: ada.key });
    expect((await remove(id, stranger)).code).toBe('NOT_FOUND');
    expect((await remove(id)).data.deleteEventType).toEqual({
      __typename: 'EventTypeDeleted',
      deletedId: id,
    });
    expect(await isThere(id)).toBe(false);
    expect((await remove(id)).code).toBe('NOT_FOUND');
    expect(await graph.database.query('select 1 from scheduling.private_links')).toEqual([]);
  });

  it('is refused for one that was ever booked', async () => {
    const { id } = await bookable(graph, ada);
    await cancel(graph, await book(graph, id, (await slotsOf(graph, id))[0]));
    expect((await remove(id)).data.deleteEventType).toMatchObject({
      __typename: 'EventTypeInUse',
      code: 'EVENT_TYPE_IN_USE',
    });
    expect(await isThere(id)).toBe(true);
  });

  it('leaves a guest who books at the same moment with nothing to find', async () => {
    const { id } = await bookable(graph, ada);
    const [slot] = await slotsOf(graph, id);
    const input = bookingInput(id, slot);
    const answer = await meanwhile(
      graph,
      `delete from scheduling.event_types where id = '${uuidOf(id)}'`,
      () => graph.execute(ops.CreateBookingDocument, { input }),
    );
    expect([answer.status, answer.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('waits for a guest who is faster', async () => {
    const { id } = await bookable(graph, ada);
    const other = await bookable(graph, ada);
    const made = await book(graph, other.id, (await slotsOf(graph, other.id))[0]);
    // The booking of another event type becomes one of this: what a guest's transaction does to the row.
    const moved = `update scheduling.bookings set event_type_id = '${uuidOf(id)}' where id = '${uuidOf(made.id)}'`;
    const answer = await meanwhile(graph, moved, () => remove(id));
    expect(answer.data.deleteEventType.__typename).toBe('EventTypeInUse');
  });
});
