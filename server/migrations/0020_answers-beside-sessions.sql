-- Questions are answered beside sessions too: at the end of a lesson, with the tutor. And a roadmap that was made before something was proven offers to leave it out.

alter table shown_question alter column session_id drop not null;
alter table attempt alter column session_id drop not null;
-- Where it was answered.
alter table attempt add column place text not null default 'session' check (place in ('session', 'lesson', 'tutor'));
alter table attempt alter column place drop default;

-- What somebody chose about a skill that they have proven since their roadmaps were made. Nothing is left out unasked. Like
-- progress it belongs to the person: the same hours of work stand in several roadmaps.
create table plan_proof (
  organisation_id uuid not null,
  user_id uuid not null,
  skill_id text not null,
  -- Left out by the proof; null where nothing is.
  left_out_level smallint check (left_out_level between 1 and 4),
  -- The hours that were left out, as task ids: what goes back when it is put back.
  task_ids text[] not null,
  -- Up to this level the offer was refused; null where none was.
  refused_level smallint check (refused_level between 1 and 4),
  -- The proof faded, and what was left out is wished to stay so all the same.
  stays_out boolean not null,
  chosen_at timestamptz not null,
  primary key (organisation_id, user_id, skill_id),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

call protect_tenant_table('plan_proof');
