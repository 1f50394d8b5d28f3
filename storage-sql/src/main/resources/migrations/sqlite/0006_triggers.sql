-- Where the triggers of flows stand. A row exists as long as its flow has the trigger.

create table trigger_state (
  namespace text not null,
  flow_id text not null,
  trigger_id text not null,
  kind text not null,
  fingerprint text not null, -- of the definition that the dates belong to
  disabled integer not null,
  date integer, -- for which it was evaluated last
  next_date integer, -- null for never
  execution_id text, -- it waits for the end of this one
  worker text, -- it waits for this one
  evaluated_since integer,
  backfill text, -- see TriggerRows
  problem text,
  last_fired integer,
  updated_at integer not null,
  primary key (namespace, flow_id, trigger_id)
) without rowid;

create index trigger_due on trigger_state (next_date) where next_date is not null and disabled = 0;
create index trigger_locked on trigger_state (execution_id, worker)
  where execution_id is not null or worker is not null;
