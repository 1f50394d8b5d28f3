package dev.legato.plugins.core.execution;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.execution.CountQuery;
import dev.legato.plugin.execution.FlowCount;
import dev.legato.plugin.execution.FlowName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts executions. */
@TaskType(
    value = "io.kestra.plugin.core.execution.Count",
    aliases = {"io.kestra.core.tasks.executions.Counts", "io.kestra.plugin.core.execution.Counts"},
    title = "Counts the executions of flows and keeps the counts that an expression chooses.",
    description =
        """
        Use it to notice that something has not run. The expression is rendered once for each flow,
        with the variable `count`; a flow is kept when the result is exactly `true`.

        ```yaml
        id: silent
        type: io.kestra.plugin.core.execution.Count
        flows:
          - namespace: shop
            flowId: orders
        states: [SUCCESS]
        startDate: "{{ now() | dateAdd(-1, 'DAYS') }}"
        expression: "{{ count == 0 }}"
        ```

        A later task may run only when `{{ outputs.silent.total }}` or `results` say so.
        """)
public record Count(
    @Property("Flows to count, each with `namespace` and `flowId`.") @Nullable List<Flow> flows,
    @Property("Namespaces of which every flow is counted.") @Nullable List<String> namespaces,
    @Property("Only executions in one of these states; any when absent.")
        @Nullable List<State> states,
    @Property("Only executions that started then or later.") Instant startDate,
    @Property("Only executions that started before; absent for now.") @Nullable Instant endDate,
    @Property(value = "Keeps a flow when it renders to `true`; sees `count`.", rendered = false)
        String expression)
    implements Task<Count.Result> {
  /** A flow by name. */
  public record Flow(
      @Property("Namespace of the flow.") String namespace,
      @Property("Id of the flow.") String flowId) {}

  /** A flow and its count. */
  public record Row(String namespace, String flowId, long count) {}

  /** The flows that were kept. */
  public record Result(
      @Property("Each flow that was kept, with its count.") List<Row> results,
      @Property("The sum of these counts.") long total) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure {
    if ((flows == null || flows.isEmpty()) && (namespaces == null || namespaces.isEmpty())) {
      throw new TaskFailure("Nothing is to be counted: give 'flows' or 'namespaces'.");
    }
    CountQuery query =
        new CountQuery(
            flows == null
                ? List.of()
                : flows.stream()
                    .map(flow -> new FlowName(flow.namespace(), flow.flowId()))
                    .toList(),
            namespaces == null ? List.of() : namespaces,
            states == null ? List.of() : states.stream().map(Enum::name).toList(),
            startDate,
            endDate);
    List<Row> kept = new ArrayList<>();
    long total = 0;
    for (FlowCount counted : context.executions().count(query)) {
      if (context.render(expression, Map.of("count", counted.count())).equals("true")) {
        kept.add(new Row(counted.flow().namespace(), counted.flow().flowId(), counted.count()));
        total += counted.count();
      }
    }
    context.log().debug("%d flows were kept, %d executions".formatted(kept.size(), total));
    return new Result(kept, total);
  }
}
