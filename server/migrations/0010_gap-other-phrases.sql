-- What an ad asks for in words that no skill has, as read on the day: shown beside the analysis, and not part of it.

alter table skill_gap add column other_phrases jsonb not null default '[]';
