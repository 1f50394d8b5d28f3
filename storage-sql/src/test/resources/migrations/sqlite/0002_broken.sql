-- Fails in its middle.
create table half_done (id integer);
insert into no_such_table values (1);
