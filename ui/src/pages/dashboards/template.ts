/** What a new dashboard begins with. */
export const template = `title: My dashboard
description: What ran and what failed
timeWindow:
  default: P7D
charts:
  - id: total
    type: io.kestra.plugin.core.dashboard.chart.KPI
    chartOptions:
      displayName: Executions
      width: 4
    data:
      type: io.kestra.plugin.core.dashboard.data.ExecutionsKPI
      columns:
        agg: COUNT
  - id: over_time
    type: io.kestra.plugin.core.dashboard.chart.TimeSeries
    chartOptions:
      displayName: Executions over time
      width: 8
      column: date
      colorByColumn: state
    data:
      type: io.kestra.plugin.core.dashboard.data.Executions
      columns:
        date:
          field: START_DATE
        state:
          field: STATE
        total:
          agg: COUNT
          graphStyle: BARS
  - id: by_namespace
    type: io.kestra.plugin.core.dashboard.chart.Bar
    chartOptions:
      displayName: By namespace
      column: namespace
    data:
      type: io.kestra.plugin.core.dashboard.data.Executions
      columns:
        namespace:
          field: NAMESPACE
        total:
          agg: COUNT
  - id: states
    type: io.kestra.plugin.core.dashboard.chart.Pie
    chartOptions:
      displayName: How they ended
      colorByColumn: state
    data:
      type: io.kestra.plugin.core.dashboard.data.Executions
      columns:
        state:
          field: STATE
        total:
          agg: COUNT
  - id: errors
    type: io.kestra.plugin.core.dashboard.chart.Table
    chartOptions:
      displayName: Errors in logs
      width: 12
    data:
      type: io.kestra.plugin.core.dashboard.data.Logs
      columns:
        date:
          field: DATE
        level:
          field: LEVEL
        flow:
          field: FLOW_ID
        message:
          field: MESSAGE
      where:
        - field: LEVEL
          type: IN
          values:
            - ERROR
            - WARN
      orderBy:
        - column: date
          order: DESC
`;
