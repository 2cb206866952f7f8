-- What a person told of their learning beside what Cairn sees itself, and what was made of it.

-- Time invested outside Cairn.
create table progress_event (
  organisation_id uuid not null,
  user_id uuid not null,
  id uuid primary key,
  skill_id text,
  minutes int not null check (minutes between 1 and 960),
  -- The person's own day, and an instant in it.
  day date not null,
  happened_at timestamptz not null,
  created_at timestamptz not null,
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);
create index progress_event_by_person on progress_event (organisation_id, user_id, created_at desc, id desc);

-- Which time zone (IANA) a person was in since when: past days stay what they were when somebody travels.
create table progress_zone (
  organisation_id uuid not null,
  user_id uuid not null,
  since timestamptz not null,
  time_zone text not null,
  primary key (organisation_id, user_id, since),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

create table progress_person (
  organisation_id uuid not null,
  user_id uuid not null,
  weekly_digest boolean not null default true,
  -- What was suggested last, so that the same is not suggested again at every change.
  suggestion jsonb,
  primary key (organisation_id, user_id),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

-- Minutes in each of a person's last weeks, replaced at every change: what the standing among the organisation's people rests on.
create table progress_week (
  organisation_id uuid not null,
  user_id uuid not null,
  -- Its Monday.
  week date not null,
  minutes int not null,
  primary key (organisation_id, user_id, week),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);
create index progress_week_by_week on progress_week (organisation_id, week);

-- The weekly mails: one row for a person and week, claimed before the mail goes out.
create table progress_digest (
  organisation_id uuid not null,
  user_id uuid not null,
  week date not null,
  kind text not null check (kind in ('digest', 'gentle', 'none')),
  job_id uuid not null,
  claimed_at timestamptz not null,
  -- When the mail was out, or it was decided that none goes.
  settled_at timestamptz,
  primary key (organisation_id, user_id, week),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

call protect_tenant_table('progress_event');
call protect_tenant_table('progress_zone');
call protect_tenant_table('progress_person');
call protect_tenant_table('progress_week');
call protect_tenant_table('progress_digest');
