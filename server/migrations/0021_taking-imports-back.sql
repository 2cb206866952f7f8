-- An applied import can be taken back: what its changes stand in place of is kept with it.

alter table knowledge_import
  drop constraint knowledge_import_state_check,
  add constraint knowledge_import_state_check check (state in ('reading', 'proposed', 'applied', 'taken-back', 'discarded', 'failed')),
  -- The organisation's own entries that it wrote over. Null before it is applied, and for one that was applied before this column was there.
  add column replaced jsonb,
  add column taken_back_at timestamptz;
