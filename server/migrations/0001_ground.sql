-- The ground that every table stands on: whose data a transaction may touch, and who may touch it at all.
-- The role cairn_app exists before this file runs; the role that runs it owns everything.

revoke create on schema public from public;
grant usage on schema public to cairn_app;
alter default privileges in schema public grant select, insert, update, delete on tables to cairn_app;
alter default privileges in schema public grant usage on sequences to cairn_app;

-- People and how they sign in. A person signs in before the organisation is known, so no row here is
-- bound to one by the database: only the identity feature reads this schema.
create schema identity;
grant usage on schema identity to cairn_app;
alter default privileges in schema identity grant select, insert, update, delete on tables to cairn_app;
alter default privileges in schema identity grant usage on sequences to cairn_app;

-- Null outside a transaction that named its organisation: then no row of a tenant table is seen or taken.
-- A setting made for one transaction is left behind as an empty string, hence nullif.
create function current_organisation_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.organisation_id', true), '')::uuid;

create function current_user_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.user_id', true), '')::uuid;

grant execute on function current_organisation_id(), current_user_id() to cairn_app;

-- Every table with rows of an organisation is followed by: call protect_tenant_table('name');
-- The organisation is looked up once per statement, not once per row, because it stands in a subquery.
create procedure protect_tenant_table(tenant_table regclass)
  language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy own_organisation on %s using (organisation_id = (select current_organisation_id())) with check (organisation_id = (select current_organisation_id()))',
    tenant_table
  );
end
$$;
revoke execute on procedure protect_tenant_table(regclass) from public;
