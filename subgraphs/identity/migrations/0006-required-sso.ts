import { Migration } from '@mikro-orm/migrations';

export class RequiredSso extends Migration {
  override up(): void {
    this.addSql('alter table organizations add column requires_sso boolean not null default false');
    this.addSql(
      `insert into plan_features (plan, feature, "limit") values ('ENTERPRISE', 'REQUIRED_SSO', null)`,
    );
    // Not references: which connection has opened a session is still true when there is no such connection any more.
    this.addSql('alter table sessions add column connection_id uuid');
    this.addSql('alter table pending_sign_ins add column connection_id uuid');
    this.addSql(
      'create index sessions_connection on sessions (connection_id) where connection_id is not null',
    );
    this.addSql(
      'create index pending_sign_ins_connection on pending_sign_ins (connection_id) where connection_id is not null',
    );
    this.addSql('alter table federated_sign_ins add column is_mail_proven boolean not null default false');
    // Whoever signs in waits for those who change what is required of them, or who let them join, and is seen by them.
    this.addSql(`create function hold_requirements(person uuid) returns void language plpgsql as $$
    begin
      perform 1 from users where id = person for share;
      perform 1 from organizations
        where id in (select organization_id from organization_memberships where user_id = person)
        order by id for share;
    end $$`);
  }
}
