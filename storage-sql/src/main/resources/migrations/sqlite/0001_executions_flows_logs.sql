-- The first schema. Texts are encoded by StoredText, instants are microseconds since 1970,
-- states are texts: a new state must not need a migration.

create table shard_lease (
  shard integer primary key,
  epoch integer not null
);

create table flow (
  namespace text not null,
  flow_id text not null,
  revision integer not null,
  newest integer not null, -- 1 on the newest revision, else 0
  deleted integer not null,
  disabled integer not null,
  description text,
  labels text, -- [[key, value], …]
  updated_at integer not null,
  source text not null -- last: the other columns are read without its overflow pages
);

create unique index flow_revision on flow (namespace, flow_id, revision);
create index flow_present on flow (namespace, flow_id) where newest = 1 and deleted = 0;

create table execution (
  id text primary key,
  namespace text not null,
  flow_id text not null,
  revision integer not null,
  version integer not null,
  state text not null,
  start_date integer not null,
  end_date integer, -- null until it has ended
  original_id text not null,
  parent_id text,
  trigger_execution_id text, -- the execution that started it as a subflow, from its origin
  attempt_number integer not null,
  schedule_date integer,
  task_run_count integer not null,
  history text not null, -- see HistoryText
  labels text, -- [[key, value], …]
  origin text, -- {id, type, variables}
  inputs text,
  outputs text
);

create index execution_start on execution (start_date, id);
create index execution_state on execution (state, start_date, id);
create index execution_flow on execution (namespace, flow_id, start_date, id);
create index execution_live on execution (id) where end_date is null;
create index execution_caller on execution (trigger_execution_id)
  where trigger_execution_id is not null;
create index execution_replays on execution (parent_id) where parent_id is not null;

-- Labels once more, to search by them; the triggers keep both the same.
create table execution_label (
  key text not null,
  value text not null,
  execution_id text not null,
  primary key (key, value, execution_id)
) without rowid;

create trigger execution_label_insert after insert on execution when new.labels is not null
begin
  insert or ignore into execution_label (key, value, execution_id)
  select value ->> 0, value ->> 1, new.id from json_each(new.labels);
end;

create trigger execution_label_update after update of labels on execution
when old.labels is not new.labels
begin
  delete from execution_label
  where execution_id = old.id
    and (key, value) in (select value ->> 0, value ->> 1 from json_each(old.labels));
  insert or ignore into execution_label (key, value, execution_id)
  select value ->> 0, value ->> 1, new.id from json_each(new.labels);
end;

create trigger execution_label_delete after delete on execution when old.labels is not null
begin
  delete from execution_label
  where execution_id = old.id
    and (key, value) in (select value ->> 0, value ->> 1 from json_each(old.labels));
end;

-- Clustered by execution: all task runs of one are read from neighbouring pages.
create table task_run (
  execution_id text not null references execution (id) on delete cascade,
  sequence integer not null,
  id text not null,
  task_id text not null,
  parent integer,
  value text,
  iteration integer,
  state text not null,
  history text not null, -- see HistoryText
  attempts text not null, -- see HistoryText
  outputs text,
  primary key (execution_id, sequence)
) without rowid;

-- Apart from the task run, because they can be large and are written once.
create table loop_items (
  execution_id text not null,
  sequence integer not null,
  items text not null,
  primary key (execution_id, sequence),
  foreign key (execution_id, sequence) references task_run on delete cascade
);

create table timer (
  execution_id text not null references execution (id) on delete cascade,
  kind text not null,
  task_run integer not null, -- -1 when the execution itself waits
  due integer not null,
  primary key (execution_id, kind, task_run)
) without rowid;

create table request_key (
  key text primary key,
  fingerprint text not null,
  execution_id text not null, -- outlives the execution: the same request must not run again
  created_at integer not null
);

create index request_key_age on request_key (created_at);

create table log (
  position integer primary key, -- the order of writing
  execution_id text not null,
  namespace text not null,
  flow_id text not null,
  task_id text,
  task_run_id text,
  attempt integer,
  timestamp integer not null,
  level text not null,
  thread text not null,
  message text not null
);

create index log_execution on log (execution_id);
create index log_time on log (timestamp);

create table metric (
  position integer primary key, -- the order of writing
  execution_id text not null,
  namespace text not null,
  flow_id text not null,
  task_id text not null,
  task_run_id text not null,
  kind text not null,
  name text not null,
  value real, -- null is "not a number"
  tags text,
  timestamp integer not null
);

create index metric_execution on metric (execution_id);
