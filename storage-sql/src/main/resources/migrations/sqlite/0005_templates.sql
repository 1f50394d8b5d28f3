-- Why: older flows share lists of tasks; an execution goes on with the revision it began with.

create table template (
  namespace text not null,
  template_id text not null,
  revision integer not null,
  newest integer not null, -- 1 on the newest revision, else 0
  deleted integer not null,
  description text,
  updated_at integer not null,
  source text not null -- last: the other columns are read without its overflow pages
);

create unique index template_revision on template (namespace, template_id, revision);
create index template_present on template (namespace, template_id)
  where newest = 1 and deleted = 0;
