-- What Flow triggers wait for, and what has come true so far.

-- written in the commit that changes the execution, gone when every trigger has dealt with it
create table flow_event (
  number integer primary key autoincrement,
  execution_id text not null,
  namespace text not null,
  flow_id text not null,
  step integer not null, -- which entry of the history, from 1
  status text not null,
  at integer not null
);

create table trigger_window (
  namespace text not null,
  flow_id text not null,
  trigger_id text not null,
  join_id text not null,
  fingerprint text not null, -- of the definition that it belongs to
  start_at integer not null,
  end_at integer not null,
  fired integer not null,
  closed integer not null,
  satisfied text not null, -- see WindowRows
  primary key (namespace, flow_id, trigger_id, join_id)
) without rowid;
