-- Secrets of namespaces, sealed: the key is not in the database.

create table secret (
  namespace text not null,
  key text not null,
  sealed text not null,
  description text,
  revision integer not null,
  created_at integer not null,
  updated_at integer not null,
  primary key (namespace, key)
);
