import { Migration } from '@mikro-orm/migrations';

export class Organizations extends Migration {
  override up(): void {
    this.plans();
    this.organizations();
    this.roles();
    this.attributes();
    this.contacts();
    this.audit();
    // One order for everybody: organizations before teams before invitations.
    this.addSql(`create function lock_for_change(ids uuid[]) returns void language plpgsql as $$
    begin
      perform 1 from organizations where id = any(ids) order by id for update;
      perform 1 from teams where id = any(ids) order by id for update;
      perform 1 from invitations where id = any(ids) order by id for update;
    end $$`);
    this.addSql('alter table api_keys add column replaced_by_id uuid references api_keys on delete set null');
  }

  /** What a plan has, as data: a feature without a row is not part of it, a limit of `null` is none. */
  private plans(): void {
    this.addSql(`create table plan_features (
      plan text not null check (plan in ('FREE', 'TEAM', 'ENTERPRISE')),
      feature text not null,
      "limit" int check ("limit" > 0),
      primary key (plan, feature)
    )`);
    this.addSql(`insert into plan_features (plan, feature, "limit") values
      ('FREE', 'MEMBERS', 10), ('FREE', 'TEAMS', 25),
      ('TEAM', 'MEMBERS', 100), ('TEAM', 'TEAMS', 100), ('TEAM', 'ATTRIBUTES', 20), ('TEAM', 'CUSTOM_ROLES', 5),
      ('ENTERPRISE', 'MEMBERS', null), ('ENTERPRISE', 'TEAMS', 200), ('ENTERPRISE', 'ATTRIBUTES', 100),
      ('ENTERPRISE', 'CUSTOM_ROLES', 100)`);
  }

  private organizations(): void {
    this.addSql(`alter table organizations
      add column handle text references handles on update cascade on delete restrict deferrable initially deferred,
      add column plan text not null default 'FREE' check (plan in ('FREE', 'TEAM', 'ENTERPRISE')),
      add column version int not null default 1,
      add column updated_at timestamptz`);
    this.addSql('update organizations set updated_at = created_at');
    this.addSql('alter table organizations alter column updated_at set not null');
    this.addSql(`create table organization_memberships (
      id uuid primary key,
      organization_id uuid not null references organizations on delete cascade,
      user_id uuid not null references users on delete cascade,
      role text not null check (role in ('OWNER', 'ADMIN', 'MEMBER')),
      version int not null default 1,
      created_at timestamptz not null,
      constraint organization_memberships_key unique (organization_id, user_id)
    )`);
    this.addSql('create index organization_memberships_user on organization_memberships (user_id)');
    this.addSql(`insert into organization_memberships (id, organization_id, user_id, role, created_at)
      select id, organization_id, id, 'OWNER', created_at from users`);
    this.addSql('create index teams_organization on teams (organization_id, id)');
    this.addSql('create index memberships_organization on memberships (organization_id, user_id)');
    this.addSql(`alter table invitations
      alter column team_id drop not null,
      add column token_hash text unique`);
    this.addSql(
      'create unique index invitations_organization_email_key on invitations (organization_id, email) where team_id is null',
    );
  }

  private roles(): void {
    this.addSql(`create table custom_roles (
      id uuid primary key,
      organization_id uuid not null references organizations on delete cascade,
      name text not null,
      permissions text[] not null,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint custom_roles_name_key unique (organization_id, name)
    )`);
    this.addSql(`create table custom_role_assignments (
      membership_id uuid not null references organization_memberships on delete cascade,
      role_id uuid not null references custom_roles on delete cascade,
      primary key (membership_id, role_id)
    )`);
    this.addSql('create index custom_role_assignments_role on custom_role_assignments (role_id)');
    // Whoever leads an organization leads its teams, too. Personal ones lead nothing: they are there for their rows.
    this.addSql(`create view held_roles as
      select user_id, team_id, (array['MEMBER', 'ADMIN', 'OWNER'])[max(rank)] as role from (
        select user_id, team_id, array_position(array['MEMBER', 'ADMIN', 'OWNER'], role) as rank from memberships
        union all
        select m.user_id, t.id, case m.role when 'OWNER' then 3 else 2 end
        from organization_memberships m
        join organizations o on o.id = m.organization_id and not o.is_personal
        join teams t on t.organization_id = o.id
        where m.role in ('OWNER', 'ADMIN') or exists (
          select 1 from custom_role_assignments a join custom_roles r on r.id = a.role_id
          where a.membership_id = m.id and 'team.manage' = any(r.permissions))
      ) as held group by user_id, team_id`);
  }

  private attributes(): void {
    this.addSql(`create table attributes (
      id uuid primary key,
      organization_id uuid not null references organizations on delete cascade,
      slug text not null,
      name text not null,
      type text not null check (type in ('TEXT', 'NUMBER', 'SELECT', 'MULTI_SELECT', 'BOOLEAN')),
      options text[] not null,
      version int not null default 1,
      created_at timestamptz not null,
      constraint attributes_slug_key unique (organization_id, slug)
    )`);
    this.addSql(`create table attribute_values (
      attribute_id uuid not null references attributes on delete cascade,
      membership_id uuid not null references organization_memberships on delete cascade,
      value jsonb not null,
      primary key (membership_id, attribute_id)
    )`);
    this.addSql('create index attribute_values_attribute on attribute_values (attribute_id)');
    this.addSql('alter table organization_memberships add column attributes_version int not null default 0');
  }

  private contacts(): void {
    this.addSql(`create table contacts (
      id uuid primary key,
      organization_id uuid not null references organizations on delete cascade,
      owner_id text not null,
      kind text not null check (kind in ('EMAIL', 'PHONE')),
      address text not null,
      code_hash text,
      code_expires_at timestamptz,
      attempts int not null,
      codes_sent int not null,
      codes_sent_since timestamptz not null,
      verified_at timestamptz,
      removed_at timestamptz,
      created_at timestamptz not null,
      constraint contacts_address_key unique (owner_id, kind, address)
    )`);
    const usedByOne = 'uuid references contacts on delete set null';
    this.addSql(`alter table teams add column notification_contact_id ${usedByOne}`);
    this.addSql(
      `alter table users add column notification_contact_id ${usedByOne}, add column deleted_at timestamptz`,
    );
  }

  /** Entries are only added. What names a person may go, and that is said. */
  private audit(): void {
    this.addSql(`create table audit_entries (
      id uuid primary key,
      organization_id uuid not null,
      action text not null,
      actor_kind text not null,
      actor_id text,
      credential_kind text,
      credential_id text,
      client_address text,
      correlation_id text not null,
      target_type text not null,
      target_id text not null,
      before jsonb,
      after jsonb,
      occurred_at timestamptz not null,
      erased_at timestamptz
    )`);
    this.addSql('create index audit_entries_organization on audit_entries (organization_id, id)');
    this.addSql('create index audit_entries_actor on audit_entries (actor_id)');
    this.addSql('create index audit_entries_target on audit_entries (target_id)');
    this.addSql(`create function keep_audit_entries() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and new.erased_at is not null and (new.client_address is null or new.client_address = old.client_address)
        and (new.before is null or new.before = old.before) and (new.after is null or new.after = old.after)
        and (new.id, new.organization_id, new.action, new.actor_kind, new.actor_id, new.credential_kind,
          new.credential_id, new.correlation_id, new.target_type, new.target_id, new.occurred_at)
        is not distinct from (old.id, old.organization_id, old.action, old.actor_kind, old.actor_id,
          old.credential_kind, old.credential_id, old.correlation_id, old.target_type, old.target_id, old.occurred_at)
      then return new;
      end if;
      raise exception 'The audit log is only added to.';
    end $$`);
    this.addSql(`create trigger keep_audit_entries before update or delete on audit_entries
      for each row execute function keep_audit_entries()`);
    this.addSql(`create trigger keep_all_audit_entries before truncate on audit_entries
      for each statement execute function keep_audit_entries()`);
  }
}
