-- Why: people look at a figure of a flow over time, over all its executions.
create index metric_flow on metric (namespace, flow_id, name, timestamp);
