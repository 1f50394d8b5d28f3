-- Rows as version 0.1 stored them.
insert into shard_lease (shard, epoch) values (0, 4);

insert into flow (namespace, flow_id, revision, newest, deleted, disabled, description, labels, updated_at, source)
values ('company.team', 'load', 1, 1, 0, 0, null, null, 1769860800000000, 'id: load');

insert into execution (id, namespace, flow_id, revision, version, state, start_date, end_date, original_id, parent_id, trigger_execution_id, attempt_number, schedule_date, task_run_count, history, labels, origin, inputs, outputs)
values
  ('ended', 'company.team', 'load', 1, 3, 'FAILED', 1769860800000000, 1769860805000000, 'ended', null, null, 1, null, 1, 'CREATED 1769860800000000,RUNNING 1000000,FAILED 4000000', '[["env","prod"]]', null, '{"name":"x"}', '{"sum":3}'),
  ('running', 'company.team', 'load', 1, 2, 'RUNNING', 1769860800000000, null, 'running', null, null, 1, null, 1, 'CREATED 1769860800000000,RUNNING 1000000', null, null, null, null),
  ('called', 'company.team', 'load', 1, 1, 'CREATED', 1769860800000000, null, 'called', null, 'ended', 1, null, 0, 'CREATED 1769860800000000', null, '{"id":"call","type":"io.kestra.plugin.core.flow.Subflow","variables":{"executionId":"ended"}}', null, null);

insert into task_run (execution_id, sequence, id, task_id, parent, value, iteration, state, history, attempts, outputs)
values
  ('ended', 0, 'run0', 'each', null, null, null, 'FAILED', 'CREATED 1769860800000000,RUNNING 1000000,FAILED 4000000', '', null),
  ('running', 0, 'run1', 'log', null, null, null, 'RUNNING', 'CREATED 1769860800000000,RUNNING 1000000', 'CREATED 1769860800000000,RUNNING 1000000', null);

insert into loop_items (execution_id, sequence, items) values ('ended', 0, '["1","2"]');
insert into timer (execution_id, kind, task_run, due) values ('running', 'RETRY', 0, 1769860900000000);
