package dev.legato.orchestrator.expression;

import dev.legato.engine.Scopes;
import dev.legato.language.expression.ExpressionException;
import dev.legato.language.expression.Expressions;
import dev.legato.language.input.InputReader;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.Flow;
import dev.legato.model.plan.Plan;
import dev.legato.orchestrator.expression.ProbeOutcome.Evaluated;
import dev.legato.orchestrator.expression.ProbeOutcome.Failed;
import dev.legato.orchestrator.expression.ProbeOutcome.FlowUnusable;
import dev.legato.orchestrator.expression.ProbeOutcome.NoSuchExecution;
import dev.legato.orchestrator.expression.ProbeOutcome.NoSuchTaskRun;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.storage.ExecutionStore;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries expressions out with the variables of an execution, as its tasks see them. Nothing is
 * stored, and a mask stands in place of each secret. May wait; safe for use by many threads.
 */
public final class ExpressionProbe {
  private final Expressions expressions;
  private final ExecutionStore store;
  private final Flows flows;

  public ExpressionProbe(Expressions expressions, ExecutionStore store, Flows flows) {
    this.expressions = expressions.hidingSecrets();
    this.store = store;
    this.flows = flows;
  }

  /**
   * Evaluates with the variables of an execution as it is stored now.
   *
   * @param taskRun for the variables of a task run; null for those of the flow itself
   */
  public ProbeOutcome inExecution(String template, ExecutionId id, @Nullable String taskRun) {
    Optional<StoredExecution> found = store.find(id);
    if (found.isEmpty()) {
      return new NoSuchExecution(id);
    }
    ExecutionRecord record = found.get().execution();
    Optional<LoadedFlow> flow = flows.find(record.flow(), record.revision());
    if (flow.isEmpty() || flow.get().flow() == null) {
      return new FlowUnusable(
          id, flow.map(LoadedFlow::reason).orElse("This revision does not exist any more."));
    }
    Plan plan = flows.plan(record);
    if (taskRun == null) {
      return evaluate(template, Scopes.ofFlow(plan, found.get()));
    }
    return Scopes.ofTaskRun(plan, found.get(), taskRun)
        .map(variables -> evaluate(template, variables))
        .orElseGet(() -> new NoSuchTaskRun(id, taskRun));
  }

  /** Evaluates with what is known of a flow before it runs; inputs have their defaults. */
  public ProbeOutcome inFlow(String template, Flow flow) {
    Map<String, ?> defaults =
        new InputReader(expressions)
            .read(flow.inputs(), Map.of(), variables(flow, Map.of()))
            .values();
    return evaluate(template, variables(flow, defaults));
  }

  /** Evaluates with some variables. */
  public ProbeOutcome evaluate(String template, Map<String, ?> variables) {
    return evaluate(expressions, template, variables);
  }

  /** What is known of a flow before it runs. */
  public static Map<String, ?> variables(Flow flow, Map<String, ?> inputs) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("id", flow.id().id());
    about.put("namespace", flow.id().namespace());
    about.put("revision", flow.revision());
    return Map.of("flow", about, "inputs", inputs, "vars", flow.variables());
  }

  /** Evaluates, for callers that see to secrets themselves. */
  public static ProbeOutcome evaluate(
      Expressions expressions, String template, Map<String, ?> variables) {
    try {
      Object value = expressions.renderValue(template, variables);
      var printed = new HashMap<String, @Nullable Object>();
      printed.put("value", value);
      return new Evaluated(
          value instanceof String text ? text : expressions.renderText("{{ value }}", printed),
          value);
    } catch (ExpressionException e) {
      String message = e.getMessage() == null ? "The expression failed." : e.getMessage();
      return new Failed(message, e.line());
    }
  }
}
