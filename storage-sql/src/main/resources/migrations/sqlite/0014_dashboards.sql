-- Pages of charts that people describe.

create table dashboard (
  id text primary key,
  title text not null,
  source text not null,
  created_at integer not null,
  updated_at integer not null
);
