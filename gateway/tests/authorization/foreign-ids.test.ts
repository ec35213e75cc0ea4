import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLField } from 'graphql';
import { newId } from '#platform/ids.ts';
import type { IdentityContext } from '../../../subgraphs/identity/context.ts';
import { ask, fieldsWithCells, idPathsOf, operationFor, raiseBarrier } from './ask.ts';
import { publicIds } from './public-ids.ts';
import { argumentsFor, pathsOf } from './ways.ts';
import { createWorld, type World } from './world.ts';

/** Which id of another tenant stands for an argument, by the last part of its path. */
const foreignFor: Record<string, string> = {
  restrictionScheduleId: 'scheduleId',
  standInUserId: 'leadId',
  hostId: 'leadId',
  hostIds: 'leadId',
  userIds: 'leadId',
  userId: 'leadId',
  toUserId: 'leadId',
  fromUserId: 'leadId',
  actorId: 'leadId',
  memberIds: 'leadId',
  ownerId: 'teamId',
  ownerIds: 'teamId',
  routingResponseId: 'responseId',
  targetId: 'apiKeyId',
  roleIds: 'roleId',
  attendeeIds: 'attendeeId',
  eventTypeIds: 'eventTypeId',
  resourceIds: 'resourceId',
  teamIds: 'teamId',
  invitationId: 'teamInvitationId',
  ids: 'bookingId',
  bookingIds: 'bookingId',
  seriesIds: 'seriesId',
};

describe('an id of another tenant', () => {
  let world: World;

  beforeAll(async () => {
    world = await createWorld();
    await raiseBarrier(world.graph);
  }, 120_000);
  afterAll(() => world.graph.stop());

  /** The id that the field is usually asked with, from the other tenant. */
  function foreignId(field: string, path: string): string | undefined {
    const name = path.split('.').at(-1) ?? '';
    const own = argumentsFor(field, world.ids);
    const used = [own[path], own[name]].flat().find(value => typeof value === 'string');
    const key = Object.entries(world.ids).find(([, value]) => value === used)?.[0];
    return world.foreign[key === 'userId' ? 'leadId' : (key ?? foreignFor[name] ?? name)];
  }

  async function answerTo(field: string, place: { path: string; isList: boolean }, id: string) {
    const known = { ...argumentsFor(field, world.ids), [place.path]: place.isList ? [id] : id };
    const asked = operationFor(field, known, pathsOf(world.ids));
    const body = await ask(world.graph, asked, world.keys.owner);
    // What an answer says back of what was asked, and the name of the request, differ by themselves.
    return JSON.stringify(body)
      .replaceAll(id, '<id>')
      .replace(/"requestId":"[^"]+"/g, '');
  }

  /** Places where the two answers differ, and those for which no foreign id is known. */
  async function compare(places: readonly { field: string; path: string; isList: boolean }[]) {
    const differing: Record<string, string[]> = {};
    const untried: string[] = [];
    for (const place of places) {
      const name = `${place.field} ${place.path}`;
      const foreign = foreignId(place.field, place.path);
      if (!foreign) {
        untried.push(name);
        continue;
      }
      const random = newId(foreign.slice(0, foreign.lastIndexOf('_')) as Parameters<typeof newId>[0]);
      const theirs = await answerTo(place.field, place, foreign);
      const none = await answerTo(place.field, place, random);
      if (theirs !== none) differing[name] = [theirs, none];
    }
    return { differing, untried };
  }

  it('and one that never was get the same answer, wherever an argument takes one', async () => {
    const places = fieldsWithCells()
      .filter(field => /^(Query|Mutation|Subscription)\./.test(field))
      .flatMap(field => idPathsOf(field).map(place => ({ field, ...place })));
    expect(places.length).toBeGreaterThan(150);
    const { differing, untried } = await compare(places);
    const excused = publicIds.flatMap(group => group.places);
    expect(untried).toEqual([]);
    const unexcused = Object.entries(differing).filter(([place]) => !excused.includes(place));
    expect(unexcused).toEqual([]);
    // Nothing is excused that is no longer different.
    expect(excused.filter(place => !(place in differing))).toEqual([]);
  }, 240_000);

  it('would be noticed where it is shown', async () => {
    const { schema } = world.graph.apps.identity;
    const field = schema.getQueryType()?.getFields()['organization'] as GraphQLField<
      unknown,
      IdentityContext
    >;
    const guarded = field.resolve;
    field.resolve = (_source, { id }, ctx) => ctx.loaders.organization.load(id);
    const { differing } = await compare([{ field: 'Query.organization', path: 'id', isList: false }]);
    field.resolve = guarded as never;
    expect(Object.keys(differing)).toEqual(['Query.organization id']);
  });
});
