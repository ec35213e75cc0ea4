import { defineEntity, p } from '@mikro-orm/postgresql';

/** One row per name that is taken; the primary key is what makes two owners of one name impossible. */
export const HandleEntity = defineEntity({
  name: 'Handle',
  tableName: 'handles',
  properties: {
    handle: p.text().primary(),
    /** Id of the user or team. */
    ownerId: p.text(),
  },
});
