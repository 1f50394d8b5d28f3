-- Values that flows share.

create table key_value (
  namespace text not null,
  key text not null,
  type text not null,
  value text not null, -- JSON
  description text,
  revision integer not null,
  created_at integer not null,
  updated_at integer not null,
  expires_at integer, -- null is never
  primary key (namespace, key)
);

create index key_value_expiry on key_value (expires_at) where expires_at is not null;
