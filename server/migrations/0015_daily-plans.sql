-- The minutes that somebody has, day by day. Without a row, or with null: by the hours of their roadmap.
create table daily_rhythm (
  organisation_id uuid not null,
  user_id uuid not null,
  -- Monday to Sunday.
  minutes_by_weekday integer[] check (cardinality(minutes_by_weekday) = 7),
  mailed boolean not null,
  updated_at timestamptz not null,
  primary key (organisation_id, user_id),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

create table daily_plan (
  organisation_id uuid not null,
  user_id uuid not null,
  -- Of the person, where they were when it was made.
  day date not null,
  minutes integer not null,
  -- As engine/daily-plans decided them, with what they are called and when they were ticked.
  items jsonb not null,
  reasons jsonb not null,
  made_at timestamptz not null,
  -- Null: nobody looked at it.
  seen_at timestamptz,
  mailed_at timestamptz,
  primary key (organisation_id, user_id, day),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

call protect_tenant_table('daily_rhythm');
call protect_tenant_table('daily_plan');
