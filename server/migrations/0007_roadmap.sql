-- Roadmaps, and what a person has finished. A task's id says what is learned, not in which roadmap, so its progress is
-- shared by every roadmap that has it and survives replanning.

create table roadmap (
  organisation_id uuid not null,
  user_id uuid not null,
  id uuid primary key,
  title text not null,
  target_role_id text,
  skill_gap_id uuid references skill_gap (id) on delete set null,
  request jsonb not null,
  -- The reasons of its tasks are kept with its steps and projects only.
  plan jsonb not null,
  -- Of the plan, what a list shows and progress is measured by: a small part of it.
  outline jsonb not null,
  -- Counts the plans: 1 as first made, one more each time it is planned again.
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);
create index roadmap_by_person on roadmap (organisation_id, user_id, created_at desc, id desc);
create index roadmap_by_skill_gap on roadmap (skill_gap_id);

-- The plans that were replaced, so that history can be looked at.
create table roadmap_version (
  organisation_id uuid not null,
  roadmap_id uuid not null references roadmap (id) on delete cascade,
  version int not null,
  change jsonb not null,
  plan jsonb not null,
  replaced_at timestamptz not null,
  primary key (roadmap_id, version)
);

create table task_progress (
  organisation_id uuid not null,
  user_id uuid not null,
  task_id text not null,
  state text not null check (state in ('open', 'done', 'skipped')),
  changed_at timestamptz not null,
  primary key (organisation_id, user_id, task_id),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

-- What a person made of a resource: the members' own ratings and completions rank resources for everybody here.
create table resource_use (
  organisation_id uuid not null,
  user_id uuid not null,
  resource_id text not null,
  started_on date,
  finished_on date,
  rating smallint check (rating between 1 and 5),
  primary key (organisation_id, user_id, resource_id),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

call protect_tenant_table('resource_use');
call protect_tenant_table('roadmap');
call protect_tenant_table('roadmap_version');
call protect_tenant_table('task_progress');

-- A calendar program has the address and no session: the token finds whose roadmap it is, and nothing else. The table
-- belongs to no organisation's rows, so it has no policy; it holds no data but the link.
create table identity.calendar_feed (
  token text primary key,
  organisation_id uuid not null,
  user_id uuid not null,
  roadmap_id uuid not null unique references public.roadmap (id) on delete cascade
);
