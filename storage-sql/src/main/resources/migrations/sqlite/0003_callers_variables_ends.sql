-- What executions need for the whole flow language: the task run that called them, variables that
-- they changed, how they are to end, and work that goes on after their end.

alter table execution add column variables text; -- null when unchanged
alter table execution add column verdict text;
alter table execution add column over integer not null default 1; -- nothing happens by itself
alter table execution add column caller_task_run integer; -- of trigger_execution_id; null for none
alter table execution add column caller_attempt integer;
alter table execution add column caller_iteration integer;
alter table execution add column caller_flows text; -- [[namespace, flow id], …], outermost first

-- by the old index: only what has not ended is rewritten
update execution set over = 0 where end_date is null;

drop index execution_live;
create index execution_live on execution (id) where over = 0;

drop index execution_caller;
create index execution_caller
  on execution (trigger_execution_id, caller_task_run, caller_iteration)
  where trigger_execution_id is not null;
