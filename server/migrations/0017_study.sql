-- What a person studies with, where they are in a lesson and what they noted, and the questions that an organisation imports.

-- Materials for a skill, made ready by a job.
create table study_material (
  organisation_id uuid not null,
  user_id uuid not null,
  skill_id text not null,
  to_level smallint not null check (to_level between 1 and 4),
  -- 0 to 100, of the gap or role that asked for it last.
  importance double precision not null,
  wanted_at timestamptz not null,
  -- Null until they have been made.
  made_at timestamptz,
  from_level smallint,
  video_search text check (video_search in ('off', 'done', 'failed')),
  materials jsonb not null default '[]',
  primary key (organisation_id, user_id, skill_id),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);
create index study_material_by_age on study_material (organisation_id, made_at);

-- What a search for videos answered, for a time.
create table video_search (
  organisation_id uuid not null,
  skill_id text not null,
  language text not null,
  videos jsonb not null,
  searched_at timestamptz not null,
  primary key (organisation_id, skill_id, language)
);

create table lesson_progress (
  organisation_id uuid not null,
  user_id uuid not null,
  lesson_id text not null,
  position double precision not null check (position between 0 and 1),
  opened_at timestamptz not null,
  done_at timestamptz,
  updated_at timestamptz not null,
  primary key (organisation_id, user_id, lesson_id),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

create table lesson_note (
  organisation_id uuid not null,
  user_id uuid not null,
  lesson_id text not null,
  text text not null,
  revision integer not null,
  updated_at timestamptz not null,
  primary key (organisation_id, user_id, lesson_id),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

-- What a note said when something was written over it that did not know of it.
create table lesson_note_aside (
  organisation_id uuid not null,
  user_id uuid not null,
  id uuid primary key,
  lesson_id text not null,
  text text not null,
  replaced_at timestamptz not null,
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);
create index lesson_note_aside_by_lesson on lesson_note_aside (organisation_id, user_id, lesson_id, replaced_at);

-- How the questions at the end of a lesson were answered last.
create table lesson_check (
  organisation_id uuid not null,
  user_id uuid not null,
  lesson_id text not null,
  question_id text not null,
  is_right boolean not null,
  answered_at timestamptz not null,
  primary key (organisation_id, user_id, lesson_id, question_id),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

create table question_import (
  organisation_id uuid not null,
  id uuid primary key,
  file_name text not null,
  -- Null once it has been read.
  storage_key text,
  size_bytes integer not null,
  state text not null check (state in ('reading', 'proposed', 'applied', 'retired', 'failed')),
  form text check (form in ('csv', 'json', 'jsonl', 'yaml')),
  skill_id text,
  level smallint not null,
  counts_from smallint,
  summary jsonb,
  errors jsonb not null default '[]',
  failure jsonb,
  created_at timestamptz not null,
  created_by uuid,
  applied_at timestamptz,
  retired_at timestamptz,
  unique (organisation_id, id),
  foreign key (organisation_id, created_by) references member (organisation_id, user_id) on delete set null (created_by)
);
create index question_import_by_age on question_import (organisation_id, created_at desc, id desc);

-- A version of a question: the live one with the highest number holds.
create table own_question (
  organisation_id uuid not null,
  import_id uuid not null,
  question_id text not null,
  line integer not null,
  state text not null check (state in ('proposed', 'live', 'retired')),
  -- Null until it is taken into the bank.
  version integer,
  body jsonb not null,
  -- The same for two bodies that are the same.
  content_hash text not null,
  -- The same for two questions that ask the same, whatever their skill.
  text_hash text not null,
  primary key (organisation_id, import_id, question_id),
  foreign key (organisation_id, import_id) references question_import (organisation_id, id) on delete cascade
);
create index own_question_by_question on own_question (organisation_id, question_id, version);

-- Another one with each change of the questions that hold: processes keep what they read by it.
create table own_question_version (
  organisation_id uuid primary key,
  version uuid not null
);

call protect_tenant_table('study_material');
call protect_tenant_table('video_search');
call protect_tenant_table('lesson_progress');
call protect_tenant_table('lesson_note');
call protect_tenant_table('lesson_note_aside');
call protect_tenant_table('lesson_check');
call protect_tenant_table('question_import');
call protect_tenant_table('own_question');
call protect_tenant_table('own_question_version');
