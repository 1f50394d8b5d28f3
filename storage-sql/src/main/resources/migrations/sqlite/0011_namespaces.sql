-- What people have said about namespaces.

create table namespace (
  id text not null primary key,
  description text,
  variables text, -- a JSON object; absent for none
  created_at integer not null,
  updated_at integer not null
) without rowid;
