package dev.legato.orchestrator.execution;

import dev.legato.language.input.ResolvedInputs;
import dev.legato.model.command.Command.CopyExecution;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.RestartExecution;
import dev.legato.model.command.Command.StartingPoint;
import dev.legato.model.command.Command.StartingPoint.Failures;
import dev.legato.model.command.Command.StartingPoint.OneTaskRun;
import dev.legato.model.execution.Breakpoint;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.Lineage;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.orchestrator.execution.Action.Replay;
import dev.legato.orchestrator.execution.Action.Restart;
import dev.legato.orchestrator.execution.Action.RevisionChoice;
import dev.legato.orchestrator.execution.ActionOutcome.FlowInvalid;
import dev.legato.orchestrator.execution.ActionOutcome.InvalidInputs;
import dev.legato.orchestrator.execution.ActionOutcome.NoSuchRevision;
import dev.legato.orchestrator.execution.ActionOutcome.Senseless;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets executions go on in place, or again in a new execution. */
final class Rerun {
  private static final Label RESTARTED = new Label(Label.SYSTEM_PREFIX + "restarted", "true");

  private final Flows flows;
  private final FlowInputs inputs;
  private final Gateway gateway;
  private final Executions.Origin origin;

  Rerun(Flows flows, FlowInputs inputs, Gateway gateway, Executions.Origin origin) {
    this.flows = flows;
    this.inputs = inputs;
    this.gateway = gateway;
    this.origin = origin;
  }

  /** Restarts in place, or in a copy when the revision is another one. */
  ActionOutcome restart(StoredExecution found, Restart restart) {
    ExecutionRecord execution = found.execution();
    if (restart.revision() instanceof RevisionChoice.Same) {
      return gateway.send(new RestartExecution(execution.id(), new Failures()));
    }
    return withRevision(
        execution,
        restart.revision(),
        flow ->
            flow.revision() == execution.revision()
                ? gateway.send(new RestartExecution(execution.id(), new Failures()))
                : gateway.send(
                    copy(
                        found,
                        flow,
                        new Failures(),
                        null,
                        with(execution.labels(), RESTARTED),
                        execution.breakpoints())));
  }

  ActionOutcome replay(StoredExecution found, Replay replay) {
    String taskRunId = replay.taskRunId();
    return withRevision(
        found.execution(),
        replay.revision(),
        flow ->
            taskRunId == null
                ? replay(found, flow, replay, null)
                : TaskRuns.withId(
                    found,
                    taskRunId,
                    run -> replay(found, flow, replay, new OneTaskRun(run.sequence()))));
  }

  private ActionOutcome replay(
      StoredExecution found, Flow flow, Replay replay, @Nullable StartingPoint from) {
    Map<String, @Nullable Object> given = replay.inputs();
    Map<String, @Nullable Object> values = null;
    if (given != null) {
      ResolvedInputs resolved = inputs.resolve(flow, given);
      if (!resolved.isValid()) {
        return new InvalidInputs(resolved.problems());
      }
      values = resolved.values();
    }
    Optional<String> refused =
        replay.breakpoints().isEmpty()
            ? Optional.empty()
            : BreakpointRules.refusal(replay.breakpoints(), flows.plan(flow.id(), flow.revision()));
    if (refused.isPresent()) {
      return new Senseless(refused.get());
    }
    ExecutionRecord source = found.execution();
    return gateway.send(
        from == null
            ? again(source, flow, values == null ? source.inputs() : values, replay.breakpoints())
            : copy(found, flow, from, values, source.labels(), replay.breakpoints()));
  }

  /** From the start: a new execution that only knows where it comes from. */
  private CreateExecution again(
      ExecutionRecord source,
      Flow flow,
      Map<String, @Nullable Object> values,
      List<Breakpoint> breakpoints) {
    return new CreateExecution(
        newId(),
        flow.id(),
        flow.revision(),
        values,
        source.labels(),
        source.origin(),
        null,
        null,
        Lineage.replayOf(source),
        null,
        breakpoints,
        source.kind());
  }

  private CopyExecution copy(
      StoredExecution source,
      Flow flow,
      StartingPoint from,
      @Nullable Map<String, @Nullable Object> values,
      List<Label> labels,
      List<Breakpoint> breakpoints) {
    return new CopyExecution(newId(), source, flow.revision(), from, values, labels, breakpoints);
  }

  private ExecutionId newId() {
    return Ids.newExecution(origin.clock().instant(), origin.random());
  }

  private ActionOutcome withRevision(
      ExecutionRecord execution, RevisionChoice choice, Function<Flow, ActionOutcome> action) {
    FlowId id = execution.flow();
    Integer number =
        switch (choice) {
          case RevisionChoice.Same _ -> Integer.valueOf(execution.revision());
          case RevisionChoice.Newest _ -> null;
          case RevisionChoice.Numbered chosen -> Integer.valueOf(chosen.revision());
        };
    // an execution may be replayed as it was although its flow was removed
    Optional<LoadedFlow> loaded =
        choice instanceof RevisionChoice.Same
            ? flows.find(id, execution.revision())
            : flows.findToRun(id, number);
    if (loaded.isEmpty()) {
      return new NoSuchRevision(id, number);
    }
    Flow flow = loaded.get().flow();
    return flow == null ? new FlowInvalid(id, loaded.get().reason()) : action.apply(flow);
  }

  private static List<Label> with(List<Label> labels, Label added) {
    var all = new ArrayList<Label>(labels);
    all.removeIf(label -> label.key().equals(added.key()));
    all.add(added);
    return List.copyOf(all);
  }
}
