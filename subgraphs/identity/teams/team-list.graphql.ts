import { connectionType } from '#platform/pagination.ts';
import { Team } from './team.graphql.ts';

export const TeamConnection = connectionType('Team', () => Team);
