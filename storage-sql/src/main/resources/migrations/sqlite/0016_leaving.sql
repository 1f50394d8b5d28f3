-- Executions whose removal has begun; what is left of them goes at the next start.

alter table execution add column leaving text; -- what goes with it: 'logs ', 'metrics'; null for none
create index execution_leaving on execution (id) where leaving is not null;
