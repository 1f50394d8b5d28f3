package dev.legato.orchestrator.call;

import dev.legato.engine.Scopes;
import dev.legato.language.expression.ExpressionException;
import dev.legato.language.secret.SecretMask;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.plan.Plan;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.UnusablePlanException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A call that starts one execution. */
final class SubflowCall implements Ongoing {
  private final CallPorts ports;
  private final CalledExecutions children;
  private final Offspring offspring;
  private final Waits waits;
  private final Executor executor;
  private final Call call;
  private final CallReport report;
  private @Nullable ExecutionId child;
  private boolean killed;
  private boolean cascades;

  SubflowCall(Calls.Means means, Call call, CallReport report) {
    this.ports = means.ports();
    this.children = means.executions();
    this.offspring = means.offspring();
    this.waits = means.waits();
    this.executor = means.executor();
    this.call = call;
    this.report = report;
  }

  @Override
  public void start() {
    try {
      if (isKilled()) {
        if (cascades()) {
          endKilled();
        }
        return;
      }
      var properties = properties();
      ExecutionId started = children.start(call, properties, null);
      report.log(LogLevel.INFO, "Started execution '%s'.".formatted(started));
      begun(started);
      if (properties.flag("wait", true)) {
        boolean transmits = properties.flag("transmitFailed", true);
        var _ =
            waits
                .end(started)
                .whenComplete(
                    (ended, failure) ->
                        report.guard(
                            () -> {
                              if (ended == null) {
                                throw new IllegalStateException(
                                    "The end of execution '%s' cannot be known".formatted(started),
                                    failure);
                              }
                              ended(ended, transmits);
                            }));
      } else {
        report.send(AttemptResult.success(Map.of("executionId", started.value())));
      }
    } catch (CallFailure failure) {
      report.failed(failure.reason());
    }
  }

  /** Begins nothing, but an execution may be there that was started before a crash. */
  private void endKilled() {
    var _ =
        offspring
            .killAndAwait(call.key())
            .whenComplete((_, _) -> report.guard(() -> report.killed(Map.of())));
  }

  private CallProperties properties() {
    return new CallProperties(ports.expressions(), call.step().properties(), call.variables());
  }

  private synchronized boolean isKilled() {
    return killed;
  }

  private synchronized boolean cascades() {
    return cascades;
  }

  private synchronized void begun(ExecutionId started) {
    child = started;
    if (killed && cascades) {
      kill(started);
    }
  }

  @Override
  public synchronized void kill(boolean cascade) {
    killed = true;
    cascades = cascade;
    if (!cascade) {
      report.killed(child == null ? Map.of() : Map.of("executionId", child.value()));
    } else if (child != null) {
      kill(child);
      executor.execute(() -> offspring.kill(call.key())); // it may be tried again in another one
    }
  }

  private void kill(ExecutionId started) {
    ports.orchestrator().submit(Request.of(new KillExecution(started, true)));
  }

  private void ended(ExecutionRecord ended, boolean transmits) {
    var outputs = new LinkedHashMap<String, @Nullable Object>();
    outputs.put("executionId", ended.id().value());
    outputs.put("state", ended.status().name());
    if (isKilled()) {
      report.killed(outputs);
      return;
    }
    try {
      outputs.put("outputs", outputs(ended));
    } catch (CallFailure failure) {
      report.failed(failure.reason());
      return;
    }
    TaskRunStatus status =
        transmits ? CallReport.transmitted(ended.status()) : TaskRunStatus.SUCCESS;
    if (transmits && ended.status() != ExecutionStatus.SUCCESS) {
      LogLevel level = status == TaskRunStatus.FAILED ? LogLevel.ERROR : LogLevel.WARN;
      report.log(level, "Execution '%s' ended as %s.".formatted(ended.id(), ended.status()));
    }
    String error =
        status == TaskRunStatus.FAILED
            ? "Execution '%s' ended as FAILED.".formatted(ended.id())
            : null;
    report.send(new AttemptResult(status, outputs, error));
  }

  /** Those of the flow; for old flows without any what the call picks from their tasks. */
  private Map<String, @Nullable Object> outputs(ExecutionRecord ended) throws CallFailure {
    Object picked = call.step().properties().get("outputs");
    if (picked == null) {
      return ended.outputs() == null ? Map.of() : ended.outputs();
    }
    Plan plan = plan(ended);
    if (!plan.outputs().isEmpty()) {
      return ended.outputs() == null ? Map.of() : ended.outputs();
    }
    StoredExecution stored =
        ports
            .executions()
            .find(ended.id())
            .orElseThrow(
                () -> new CallFailure("Execution '%s' was removed.".formatted(ended.id())));
    try {
      var secrets = new SecretMask();
      Object rendered =
          secrets.hideDeep(
              ports
                  .expressions()
                  .tellingSecrets(secrets::add)
                  .renderDeep(picked, Scopes.ofFlow(plan, stored)));
      return rendered instanceof Map<?, ?> map ? texts(map) : Map.of();
    } catch (ExpressionException e) {
      throw new CallFailure(
          "Property 'outputs' cannot be rendered with what execution '%s' gives: %s"
              .formatted(ended.id(), e.getMessage()),
          e);
    }
  }

  private Plan plan(ExecutionRecord ended) throws CallFailure {
    try {
      return ports.flows().plan(ended);
    } catch (UnusablePlanException unusable) {
      throw new CallFailure(unusable.reason(), unusable);
    }
  }

  private static Map<String, @Nullable Object> texts(Map<?, ?> map) {
    var copy = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }
}
