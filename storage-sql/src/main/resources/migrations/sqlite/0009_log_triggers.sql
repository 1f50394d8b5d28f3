-- Lines of triggers. Those of a trigger that has started no execution have an empty execution_id.

alter table log add column trigger_id text;

create index log_trigger on log (namespace, flow_id, trigger_id) where trigger_id is not null;
