-- Learning: sessions, what was shown and answered in them, and what follows from the answers: memory, mastery, placement.

create table learner (
  organisation_id uuid not null,
  user_id uuid not null,
  -- How much longer this person remembers than most, from their own reviews; its logarithm's standard deviation.
  memory_factor double precision not null,
  memory_deviation double precision not null,
  memory_reviews int not null,
  primary key (organisation_id, user_id),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

create table learning_session (
  organisation_id uuid not null,
  user_id uuid not null,
  id uuid primary key,
  kind text not null check (kind in ('practice', 'placement')),
  skill_ids text[] not null,
  minutes int,
  questions int,
  state text not null check (state in ('open', 'finished')),
  created_at timestamptz not null,
  -- When it was last gone on with: an open one is over some days later.
  active_at timestamptz not null,
  finished_at timestamptz,
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);
create index learning_session_by_person on learning_session (organisation_id, user_id, created_at desc);

-- A question as it was shown. It is kept whole, so that it can be judged and explained when the bank has it no more.
create table shown_question (
  organisation_id uuid not null,
  user_id uuid not null,
  id uuid primary key,
  session_id uuid not null references learning_session (id) on delete cascade,
  number int not null,
  question_id text not null,
  question_hash text not null,
  question jsonb not null,
  -- The order of options and items follows from it.
  seed bigint not null,
  share text not null check (share in ('due', 'weak', 'new')),
  reasons jsonb not null,
  hints_used smallint not null check (hints_used between 0 and 3),
  shown_at timestamptz not null,
  unique (session_id, number),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);
create index shown_question_by_person on shown_question (organisation_id, user_id);

-- One for each question shown, whatever is sent how often.
create table attempt (
  organisation_id uuid not null,
  user_id uuid not null,
  shown_question_id uuid primary key references shown_question (id) on delete cascade,
  session_id uuid not null references learning_session (id) on delete cascade,
  question_id text not null,
  question_hash text not null,
  skill_id text not null,
  level smallint not null,
  -- Null: "I do not know".
  answer jsonb,
  score double precision not null,
  -- What it counts for in the models, and how often somebody who knows nothing is credited.
  credit double precision not null,
  guessing double precision not null,
  is_right boolean not null,
  hints_used smallint not null,
  seconds double precision not null,
  -- Of the seconds, those that count as time invested.
  counted_seconds double precision not null,
  -- The memory before it; null for a first answer.
  stability_before double precision,
  elapsed_days int,
  verdict jsonb not null,
  at timestamptz not null,
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);
create index attempt_by_person on attempt (organisation_id, user_id, at);
create index attempt_by_skill on attempt (organisation_id, user_id, skill_id, level, at);
create index attempt_by_session on attempt (session_id);
create index attempt_by_question on attempt (organisation_id, skill_id, question_id);

create table question_memory (
  organisation_id uuid not null,
  user_id uuid not null,
  question_id text not null,
  skill_id text not null,
  level smallint not null,
  kind text not null,
  stability double precision not null,
  difficulty double precision not null,
  reviewed_at timestamptz not null,
  -- Days of the person's own calendar.
  reviewed_on date not null,
  due_on date not null,
  primary key (organisation_id, user_id, question_id),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);
create index question_memory_by_day on question_memory (organisation_id, user_id, due_on);

create table level_mastery (
  organisation_id uuid not null,
  user_id uuid not null,
  skill_id text not null,
  level smallint not null,
  probability double precision not null,
  uncertainty double precision not null,
  answers int not null,
  reasons jsonb not null,
  proven_at timestamptz,
  -- When it fades if nothing is practised.
  fades_at timestamptz not null,
  primary key (organisation_id, user_id, skill_id, level),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

create table skill_placement (
  organisation_id uuid not null,
  user_id uuid not null,
  skill_id text not null,
  session_id uuid not null,
  placement jsonb not null,
  placed_at timestamptz not null,
  primary key (organisation_id, user_id, skill_id),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

-- How hard a question has proved to be here, from what people of this organisation answered. No person stands in it.
create table question_estimate (
  organisation_id uuid not null,
  question_id text not null,
  question_hash text not null,
  discrimination double precision not null,
  difficulty double precision not null,
  answers int not null,
  estimated_at timestamptz not null,
  primary key (organisation_id, question_id)
);

call protect_tenant_table('learner');
call protect_tenant_table('learning_session');
call protect_tenant_table('shown_question');
call protect_tenant_table('attempt');
call protect_tenant_table('question_memory');
call protect_tenant_table('level_mastery');
call protect_tenant_table('skill_placement');
call protect_tenant_table('question_estimate');
