-- Where executions stop, when the first of their chain was created, and whom a kill spares.

alter table execution add column original_date integer; -- null for the first of a chain
alter table execution add column spares_children integer not null default 0;
alter table execution add column breakpoints text; -- [[task id, value], …]; null for none
