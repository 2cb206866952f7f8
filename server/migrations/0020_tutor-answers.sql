-- Answers to a tutor's exercises are attempts like any other: each chat is the session of its answers, with the chat's id.
alter table learning_session drop constraint learning_session_kind_check;
alter table learning_session add constraint learning_session_kind_check check (kind in ('practice', 'placement', 'tutor'));
