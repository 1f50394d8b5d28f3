-- What executions are for. Lists and charts show those of one kind, so the index that they walk
-- has it, too.

alter table execution add column kind text not null default 'NORMAL';

drop index execution_start;
create index execution_start
  on execution (start_date, id, namespace, flow_id, state, end_date, kind);
