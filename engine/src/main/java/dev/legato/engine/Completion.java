package dev.legato.engine;

import dev.legato.model.event.Event.ExecutionEnded;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.flow.OutputDefinition;
import dev.legato.model.plan.StepPosition.Section;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens when the last task of an execution is done. */
final class Completion {
  private final Turn turn;

  Completion(Turn turn) {
    this.turn = turn;
  }

  /** Renders the flow's outputs and ends the execution, as soon as the outputs are known. */
  void endExecution(TaskRunStatus reached) {
    ExecutionState state = turn.state();
    ExecutionStatus status = Verdicts.ofExecution(reached);
    Map<String, @Nullable Object> outputs = Map.of();
    List<OutputDefinition> definitions = state.plan().outputs();
    if (!definitions.isEmpty() && !turn.frontier().isHalted()) {
      try {
        outputs = new Values(turn, null).outputs(definitions);
      } catch (Unanswered _) {
        return;
      } catch (EvaluationFailure failure) {
        turn.log(LogLevel.ERROR, "The outputs of the flow: " + failure.reason());
        status = ExecutionStatus.FAILED;
      }
    }
    boolean goesOn = status != ExecutionStatus.RETRIED && !state.plan().rules().after().isEmpty();
    end(status, outputs, !goesOn);
    Duration took = state.header().history().span();
    turn.log(
        LogLevel.INFO, "Execution completed with state %s in %s.".formatted(status, clock(took)));
    if (status == ExecutionStatus.RETRIED) {
      new Successors(turn).await();
    } else if (goesOn) {
      turn.frontier().enter(state.root(), Section.AFTER);
    }
  }

  /** Hours, minutes, seconds and thousandths, such as {@code 00:01:02.345}. */
  private static String clock(Duration took) {
    return "%02d:%02d:%02d.%03d"
        .formatted(took.toHours(), took.toMinutesPart(), took.toSecondsPart(), took.toMillisPart());
  }

  /** Ends an execution that has run nothing. */
  void endUnstarted(ExecutionStatus status) {
    end(status, Map.of(), true);
  }

  private void end(ExecutionStatus status, Map<String, @Nullable Object> outputs, boolean over) {
    turn.emit(new ExecutionEnded(status, outputs, over, turn.now()));
    turn.state().agenda().forgetInquiries(null);
    new Agreements(turn).end();
  }
}
