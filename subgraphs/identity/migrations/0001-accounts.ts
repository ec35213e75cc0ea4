import { Migration } from '@mikro-orm/migrations';
import { eventTables } from '#platform/outbox.ts';

export class Accounts extends Migration {
  override up(): void {
    this.addSql(`create table organizations (
      id uuid primary key,
      name text not null,
      is_personal boolean not null,
      created_at timestamptz not null
    )`);
    this.addSql('create table handles (handle text primary key, owner_id text not null unique)');
    this.addSql(`create table users (
      id uuid primary key,
      organization_id uuid not null references organizations on delete restrict,
      handle text not null references handles on update cascade on delete restrict deferrable initially deferred,
      email text not null constraint users_email_key unique,
      name text not null,
      avatar_url text,
      time_zone text not null,
      locale text not null,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    this.addSql(`create table teams (
      id uuid primary key,
      organization_id uuid not null references organizations on delete restrict,
      handle text not null references handles on update cascade on delete restrict deferrable initially deferred,
      name text not null,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    this.addSql(`create table memberships (
      id uuid primary key,
      organization_id uuid not null references organizations on delete restrict,
      team_id uuid not null references teams on delete cascade,
      user_id uuid not null references users on delete cascade,
      role text not null check (role in ('OWNER', 'ADMIN', 'MEMBER')),
      version int not null default 1,
      created_at timestamptz not null,
      constraint memberships_team_user_key unique (team_id, user_id)
    )`);
    this.addSql('create index memberships_user on memberships (user_id)');
    this.addSql(`create table invitations (
      id uuid primary key,
      organization_id uuid not null references organizations on delete restrict,
      team_id uuid not null references teams on delete cascade,
      email text not null,
      role text not null check (role in ('OWNER', 'ADMIN', 'MEMBER')),
      invited_by_id uuid not null references users on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      constraint invitations_team_email_key unique (team_id, email)
    )`);
    this.addSql('create index invitations_email on invitations (email)');
    this.addSql(`create table api_keys (
      id uuid primary key,
      organization_id uuid not null references organizations on delete restrict,
      user_id uuid not null references users on delete cascade,
      name text not null,
      hash text not null unique,
      prefix text not null,
      last4 text not null,
      scopes text[] not null,
      expires_at timestamptz,
      last_used_at timestamptz,
      revoked_at timestamptz,
      created_at timestamptz not null
    )`);
    this.addSql('create index api_keys_user on api_keys (user_id, id)');
    for (const statement of eventTables('identity')) this.addSql(statement);
  }
}
