package dev.legato.orchestrator.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionDraft;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.orchestrator.execution.Action.ChangeStatus;
import dev.legato.orchestrator.execution.Action.ChangeTaskRun;
import dev.legato.orchestrator.execution.Action.Delete;
import dev.legato.orchestrator.execution.Action.ForceRun;
import dev.legato.orchestrator.execution.Action.Kill;
import dev.legato.orchestrator.execution.Action.Pause;
import dev.legato.orchestrator.execution.Action.Replay;
import dev.legato.orchestrator.execution.Action.Restart;
import dev.legato.orchestrator.execution.Action.Resume;
import dev.legato.orchestrator.execution.Action.ResumeFromBreakpoint;
import dev.legato.orchestrator.execution.Action.RevisionChoice;
import dev.legato.orchestrator.execution.Action.SetLabels;
import dev.legato.orchestrator.execution.Action.Unqueue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which action is legal in which state. */
class LegalityTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final String ENDS = "SUCCESS WARNING FAILED KILLED CANCELLED RETRIED";
  private static final String ALIVE =
      "CREATED QUEUED RUNNING PAUSED RETRYING BREAKPOINT RESTARTED KILLING";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          pause            , RUNNING
          resume           , PAUSED
          leave breakpoint , BREAKPOINT
          restart          , PAUSED ends
          change task run  , PAUSED ends
          change status    , ends
          set labels       , ends
          force run        , alive
          unqueue          , QUEUED
          kill alone       , alive
          kill and children, alive
          replay           , alive ends
          delete           , alive ends
          """)
  void isLegalInTheseStatesOnly(String action, String states) {
    List<String> legal =
        List.of(states.replace("ends", ENDS).replace("alive", ALIVE).strip().split(" "));

    for (ExecutionStatus status : ExecutionStatus.values()) {
      assertThat(
              Legality.refusal(action(action), execution(status, TaskRunStatus.FAILED)).isEmpty())
          .as("%s of an execution that is %s", action, status)
          .isEqualTo(legal.contains(status.name()));
    }
  }

  @ParameterizedTest
  @CsvSource({"FAILED, true", "PAUSED, true", "SUCCESS, false", "KILLED, false", "SKIPPED, false"})
  void aRestartNeedsATaskRunThatFailedOrIsPaused(TaskRunStatus status, boolean legal) {
    var found = execution(ExecutionStatus.FAILED, status);

    assertThat(Legality.refusal(action("restart"), found).isEmpty()).isEqualTo(legal);
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS, true, true",
    "CANCELLED, true, true",
    "RETRIED, false, false",
    "RUNNING, false, true",
    "QUEUED, false, false"
  })
  void onlyEndsCanBeSet(ExecutionStatus status, boolean asEnd, boolean fromQueue) {
    assertThat(Legality.nonsense(new ChangeStatus(status)).isEmpty()).isEqualTo(asEnd);
    assertThat(Legality.nonsense(new Unqueue(status)).isEmpty()).isEqualTo(fromQueue);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          team=a owner=b          , -
          team=a team=b           , The label 'team' is given twice.
          system.correlationId=me , Labels that begin with 'system.' are set by the engine only; offending: system.correlationId=me
          team=a\0b              , A label may not contain U+0000; remove it.
          team=                   , 'A label needs a key and a value, but one is empty.'
          """)
  void labelsArePeoplesOwn(String labels, String reason) {
    List<Label> parsed =
        Arrays.stream(labels.split(" "))
            .map(label -> label.split("=", 2))
            .map(pair -> new Label(pair[0], pair[1]))
            .toList();

    assertThat(Legality.nonsense(new SetLabels(parsed)).orElse(null)).isEqualTo(reason);
  }

  @Test
  void whatRunsAfterTheEndCanBeKilledAndResumed() {
    StoredExecution over = execution(ExecutionStatus.SUCCESS, TaskRunStatus.PAUSED);
    var record = over.execution().change().over(false).build();
    var afterTheEnd = new StoredExecution(record, over.taskRuns());

    assertThat(Legality.refusal(action("kill alone"), over)).isPresent();
    assertThat(Legality.refusal(action("resume"), over)).isPresent();
    assertThat(Legality.refusal(action("kill alone"), afterTheEnd)).isEmpty();
    assertThat(Legality.refusal(action("resume"), afterTheEnd)).isEmpty();
  }

  private static Action action(String name) {
    var same = new RevisionChoice.Same();
    return switch (name) {
      case "pause" -> new Pause();
      case "resume" -> Resume.first(null);
      case "leave breakpoint" -> new ResumeFromBreakpoint(null);
      case "restart" -> new Restart(same);
      case "change task run" -> new ChangeTaskRun("run", TaskRunStatus.SUCCESS);
      case "change status" -> new ChangeStatus(ExecutionStatus.SUCCESS);
      case "set labels" -> new SetLabels(List.of());
      case "force run" -> new ForceRun();
      case "unqueue" -> new Unqueue(ExecutionStatus.RUNNING);
      case "kill alone" -> new Kill(false);
      case "kill and children" -> new Kill(true);
      case "replay" -> new Replay(null, same, null, List.of());
      case "delete" -> Delete.everything();
      default -> throw new IllegalArgumentException("Expected an action, but got " + name);
    };
  }

  private static StoredExecution execution(ExecutionStatus status, TaskRunStatus ofTaskRun) {
    var id = new ExecutionId("one");
    var execution =
        ExecutionDraft.of(id, new FlowId("test", "flow"), 1, StatusHistory.of(status, NOON))
            .version(1)
            .taskRunCount(1)
            .over(status.isTerminal())
            .build();
    var run =
        new TaskRunRecord(
            id,
            0,
            "run",
            "task",
            null,
            null,
            null,
            StatusHistory.of(ofTaskRun, NOON),
            List.of(),
            Map.of(),
            null);
    return new StoredExecution(execution, List.of(run));
  }
}
