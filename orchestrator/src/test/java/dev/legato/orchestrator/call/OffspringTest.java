package dev.legato.orchestrator.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Job;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kills of calls that had started executions before the server died, and have not begun since. */
class OffspringTest {
  private static final ExecutionId PARENT = new ExecutionId("parent");
  private static final ExecutionId CHILD = new ExecutionId("child");
  private static final ExecutionId STRANGER = new ExecutionId("stranger");

  private final CallingServer server =
      new CallingServer(new MemoryStorage(), InstantSource.system());
  private Call call;
  private Job task;

  @BeforeEach
  void aCallHasStartedAnExecution() throws InterruptedException {
    server.create(PARENT, CallingServer.CALLS, null, null);
    call = server.call();
    server.create(CHILD, CallingServer.CALLED, calledBy(call.key().taskRun()), null);
    task = server.job();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aCallThatIsKilledBeforeItBeginsStopsThemAndThenEnds() throws Exception {
    server.create(STRANGER, CallingServer.CALLED, calledBy(call.key().taskRun() + 1), null);
    Job other = server.job();
    server.calls.run(call);
    server.calls.kill(call.key(), true);

    assertThat(server.workUntil(end(PARENT))).isEqualTo(ExecutionStatus.KILLED);
    assertThat(server.status(CHILD)).isEqualTo(ExecutionStatus.KILLED);
    assertThat(server.status(STRANGER)).isEqualTo(ExecutionStatus.RUNNING);
    server.orchestrator.attemptEnded(other.key(), AttemptResult.success(Map.of()));
    assertThat(server.workUntil(end(STRANGER))).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aCallThatNobodyKnowsAnyMoreStopsThemAndThenEnds() throws Exception {
    server.calls.kill(call.key(), true);

    assertThat(server.workUntil(end(PARENT))).isEqualTo(ExecutionStatus.KILLED);
    assertThat(server.status(CHILD)).isEqualTo(ExecutionStatus.KILLED);
  }

  @Test
  void aKillThatSparesThemEndsTheCallAlone() throws Exception {
    server.calls.run(call);
    server.calls.kill(call.key(), false);

    assertThat(server.workUntil(end(PARENT))).isEqualTo(ExecutionStatus.KILLED);
    server.work(); // the call begins late
    server.orchestrator.attemptEnded(task.key(), AttemptResult.success(Map.of()));
    assertThat(server.workUntil(end(CHILD))).isEqualTo(ExecutionStatus.SUCCESS);
  }

  private Caller calledBy(int taskRun) {
    return new Caller(PARENT, taskRun, 0, null, List.of(CallingServer.CALLS));
  }

  private CompletableFuture<ExecutionStatus> end(ExecutionId id) {
    return server.orchestrator.ends().of(id);
  }
}
