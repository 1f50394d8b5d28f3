package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.everyTenSeconds;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.model.command.Command;
import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.ContinueExecution;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.Loss;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Commands that come late, twice, too early or to the wrong place. */
class ReportTest {
  private static final AttemptResult SUCCESS = AttemptResult.success(Map.of());

  @Test
  void aReportThatComesTwiceIsRefused() {
    Run run =
        Run.begin(
            flow(parallel("p", 0, task("a"), task("b"))),
            Script.allSucceed().never("a").never("b"));
    assertThat(run.send(report(1, 0)).isRefused()).isFalse();
    assertThat(run.send(report(1, 0)).refusal()).isEqualTo("Attempt 0 of 'a' already ended.");
  }

  @Test
  void aReportOfAnEarlierAttemptIsRefused() {
    Run run = Run.begin(flow(task("a", retry(everyTenSeconds(5)))), Script.allSucceed().never("a"));
    run.complete("a", AttemptResult.failed("no"));
    assertThat(run.send(report(0, 0)).refusal()).isEqualTo("Attempt 0 of 'a' already ended.");
    run.step();

    assertThat(run.send(report(0, 0)).refusal())
        .isEqualTo("Attempt 0 of task run 0 is not the latest.");
    assertThat(run.send(report(0, 1)).isRefused()).isFalse();
  }

  @Test
  void aReportOfALostAttemptIsRefused() {
    Run run = Run.begin(flow(task("a")), Script.allSucceed().never("a"));
    run.crash();

    assertThat(run.send(report(0, 0)).isRefused()).isTrue();
    assertThat(run.send(report(0, 1)).isRefused()).isFalse();
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aReportAfterTheEndIsRefused() {
    Run run = Run.of(flow(task("a")), Script.allSucceed());

    assertThat(run.send(report(0, 0)).isRefused()).isTrue();
    assertThat(run.send(report(0, 1)).isRefused()).isTrue();
    run.restore();
    assertThat(run.send(report(0, 0)).isRefused()).isTrue();
  }

  @Test
  void aReportOfWhatDoesNotExistIsRefused() {
    Run run = Run.begin(flow(sequence("s", task("a"))), Script.allSucceed().never("a"));

    for (Command wrong : List.of(report(7, 0), report(-1, 0), report(1, 1), report(1, -1))) {
      assertThat(run.send(wrong).isRefused()).as("%s", wrong).isTrue();
    }
    assertThat(run.send(report(0, -1)).isRefused()).as("a group has no attempts").isTrue();
    assertThat(run.send(report(0, 0)).isRefused()).as("a group has no attempts").isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = TaskRunStatus.class,
      names = {"CREATED", "RUNNING", "PAUSED", "RETRYING", "RESTARTED", "KILLING", "SKIPPED"},
      mode = Mode.INCLUDE)
  void anAttemptEndsInAFinalStatus(TaskRunStatus status) {
    assertThatThrownBy(() -> new AttemptResult(status, Map.of(), null))
        .hasMessageContaining("Expected an attempt to end as")
        .hasMessageEndingWith(status.name());
  }

  @Test
  void whatDoesNotExistCanOnlyBeCreated() {
    var engine = new Engine(new FakeEvaluator());
    List<Command> commands =
        List.of(
            report(0, 0),
            new KillExecution(EXECUTION, true),
            new ContinueExecution(EXECUTION),
            new RecoverExecution(EXECUTION, Set.of(), Loss.CRASH),
            new FireTimer(EXECUTION, Timer.Kind.START, null));
    for (Command command : commands) {
      var state = new ExecutionState(flow(task("a")));
      assertThat(engine.decide(state, command, Admission.ALWAYS, Run.START).refusal())
          .isEqualTo("There is no such execution.");
      assertThat(state.isNew()).isTrue();
    }
  }

  @Test
  void whatExistsCannotBeCreatedAgain() {
    Run run = Run.begin(flow(task("a")), Script.allSucceed());

    assertThat(run.send(Run.creation()).refusal()).isEqualTo("The execution exists already.");
  }

  @Test
  void anExecutionStartsOnceAndNotTooEarly() {
    var later = Run.START.plusSeconds(60);
    Run run = Run.begin(flow(task("a")), Script.allSucceed().never("a"), Run.creation(later));
    var fire = new FireTimer(EXECUTION, Timer.Kind.START, null);

    assertThat(run.send(fire).events()).isEmpty();
    assertThat(run.timers.values())
        .containsExactly(new Timer(EXECUTION, Timer.Kind.START, null, later));
    run.step();
    assertThat(run.outline()).containsExactly("a RUNNING");
    assertThat(run.send(fire).isRefused()).isTrue();
  }

  @Test
  void anUncalledForContinuationDoesNothing() {
    Run run = Run.begin(flow(task("a")), Script.allSucceed().never("a"));

    assertThat(run.send(new ContinueExecution(EXECUTION)).events()).isEmpty();
  }

  private static Command report(int taskRun, int attempt) {
    return new CompleteAttempt(EXECUTION, taskRun, attempt, SUCCESS);
  }
}
