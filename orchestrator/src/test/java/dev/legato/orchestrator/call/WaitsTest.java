package dev.legato.orchestrator.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who waits for executions waits for those that take their place, also after a restart. */
class WaitsTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final ExecutionId CHILD = new ExecutionId("child");

  private final MemoryStorage storage = new MemoryStorage();

  @Test
  void anExecutionThatIsTriedAgainHasNotEndedBeforeTheNewOne() throws Exception {
    try (var server = new CallingServer(storage, InstantSource.system())) {
      server.create(CHILD, CallingServer.HASTY, null, null);
      var end = server.waits.end(CHILD);
      fail(server, server.job());
      Job again = server.job();
      assertThat(end).isNotDone();
      succeed(server, again);

      ExecutionRecord ended = server.workUntil(end);
      assertThat(ended.id()).isEqualTo(again.execution()).isNotEqualTo(CHILD);
      assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCESS);
      assertThat(server.status(CHILD)).isEqualTo(ExecutionStatus.RETRIED);
    }
  }

  @Test
  void aNewTryThatWasDueWhileTheServerWasDownComesAfterTheRestart() throws Exception {
    try (var server = new CallingServer(storage, () -> NOON)) {
      server.create(CHILD, CallingServer.PATIENT, null, null);
      fail(server, server.job());
      server.workUntil(server.orchestrator.ends().of(CHILD));
      assertThat(storage.executions().timers()).hasSize(1);
    }
    try (var server = new CallingServer(storage, () -> NOON.plus(HOUR).plus(HOUR))) {
      var end = server.waits.end(CHILD);
      succeed(server, server.job());

      ExecutionRecord ended = server.workUntil(end);
      assertThat(ended.parentId()).isEqualTo(CHILD);
      assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCESS);
      assertThat(storage.executions().timers()).isEmpty();
    }
  }

  @Test
  void aStartThatWasDueWhileTheServerWasDownComesAfterTheRestart() throws Exception {
    try (var server = new CallingServer(storage, () -> NOON)) {
      server.create(CHILD, CallingServer.CALLED, null, NOON.plus(HOUR));
      server.create(new ExecutionId("other"), CallingServer.CALLED, null, null);
      server.job(); // of the other one: what came before is stored
      assertThat(server.status(CHILD)).isEqualTo(ExecutionStatus.CREATED);
    }
    try (var server = new CallingServer(storage, () -> NOON.plus(HOUR))) {
      Job first = server.job();
      Job job = first.execution().equals(CHILD) ? first : server.job();
      var end = server.waits.end(CHILD);
      succeed(server, job);

      assertThat(server.workUntil(end).status()).isEqualTo(ExecutionStatus.SUCCESS);
    }
  }

  @Test
  void anEndThatIsDurableAlthoughItsAnswerWasLostIsHeardOf() throws Exception {
    try (var server = new CallingServer(storage, InstantSource.system())) {
      server.create(CHILD, CallingServer.CALLED, null, null);
      Job job = server.job();
      var end = server.waits.end(CHILD);
      storage.executions().loseNextAnswer();
      succeed(server, job);

      assertThat(server.workUntil(end).status()).isEqualTo(ExecutionStatus.SUCCESS);
    }
  }

  private static void fail(CallingServer server, Job job) {
    server.orchestrator.attemptEnded(job.key(), AttemptResult.failed("no"));
  }

  private static void succeed(CallingServer server, Job job) {
    server.orchestrator.attemptEnded(job.key(), AttemptResult.success(Map.of()));
  }
}
