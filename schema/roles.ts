/** What a caller can be to a thing: what `role` in `@access` means, for whoever reads the SDL. */
export const roles: Readonly<Record<string, string>> = {
  SELF: 'The user themself, or the user whom the thing belongs to.',
  SESSION: 'The user themself, signed in with a session: neither a key nor an application.',
  MAKER: 'The OAuth client that made the user.',
  THE_MEMBER: 'The member whom the membership is about.',
  ACQUAINTED:
    'The user themself and whoever shares a team with them, with `PROFILE_READ` or `TEAM_READ`; our own processes.',
  INVITED: 'Whoever has the invited address, or the token of the mail.',
  TEAM_MEMBER: 'Members of the team.',
  TEAM_ADMIN: 'Admins and owners of the team, and whoever holds `team.manage` in its organization.',
  TEAM_OWNER: 'Owners of the team.',
  ORGANIZATION_MEMBER: 'Members of the organization.',
  SELF_OR_TEAM_ADMIN: 'The user themself and admins of the team, or of a team of the user.',
  SELF_OR_TEAM_MEMBER: 'The user themself and whoever shares a team with them.',
  THE_MEMBER_OR_TEAM_ADMIN: 'The member whom the membership is about, and admins of the team.',
  MANAGER: 'The user who owns the thing, and admins of the team that owns it.',
  MANAGER_OR_TEMPLATE_MANAGER: 'Managers of the event type, and of the template that it was made from.',
  ORGANIZER: 'Hosts of the booking, and managers of its event type.',
  GUEST: 'Whoever holds the token of a booking’s link.',
  GUEST_OR_ORGANIZER:
    'Whoever holds the token of the booking’s link, without any scope; and its organizers, with the scope.',
  HOLDER: 'Whoever holds the token of the hold.',
  OFFERED: 'Hosts to whom the booking was offered.',
};
