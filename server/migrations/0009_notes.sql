-- What a person writes down for themselves.

create table note (
  organisation_id uuid not null,
  user_id uuid not null,
  id uuid primary key,
  text text not null,
  pinned boolean not null,
  created_at timestamptz not null,
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);
create index note_by_person on note (organisation_id, user_id, created_at desc);

call protect_tenant_table('note');
