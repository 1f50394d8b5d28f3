-- Why: charts count by state, namespace and level; with these columns in the index they need not
-- look at the rows. Both indexes serve what those before them did.

drop index execution_start;
create index execution_start on execution (start_date, id, namespace, flow_id, state, end_date);

drop index log_time;
create index log_time on log (timestamp, level);
