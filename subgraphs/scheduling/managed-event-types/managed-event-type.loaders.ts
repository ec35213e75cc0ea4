import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { pagesBelow } from '#platform/id-pages.ts';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { groupedByKey } from '#platform/loaders.ts';
import { statements } from '#platform/orm.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';

export function createManagedEventTypeLoaders(em: EntityManager) {
  return {
    /** What members have of a template, in the order in which they were given it. */
    childrenOfTemplate: pagesBelow<EventTypeRow>(em, {
      entity: 'EventType',
      prefix: 'etp',
      parent: 'templateId',
      only: { isAssigned: true },
    }),
    /** Members of its team who have nothing of a template. */
    membersWithout: new DataLoader<string, { templateId: string; userId: string }[]>(async templateIds => {
      const found = await sql<{ template_id: string; user_id: string }>`
        select distinct t.id as template_id, m.user_id
        from event_types t
        join owners team on team.id = t.owner_id
        join memberships m on m.team_id = team.uuid and not m.is_ended
        left join owners o on o.uuid = m.user_id
        left join event_types c on c.template_id = t.id and c.owner_id = o.id and c.is_assigned
        where t.id = any(${templateIds.map(uuidOf)}::uuid[]) and c.id is null
        order by 1, 2`.execute(statements(em));
      const members = found.rows.map(row => ({
        templateId: fromUuid('etp', row.template_id),
        userId: fromUuid('usr', row.user_id),
      }));
      return groupedByKey(templateIds, members, member => member.templateId);
    }),
  };
}
