package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionKind;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.orchestrator.execution.CreateOutcome;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateRequest;
import dev.legato.server.config.ServerConfig;
import dev.legato.storage.StoredFlow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of executions whose flow can no longer be read. */
class StaleFlowsTest {
  private static final FlowId STALE = new FlowId("test", "stale");
  private static final FlowId WAITING = new FlowId("test", "waiting");

  private static final String PAUSES =
      """
      id: waiting
      namespace: test
      concurrency: {limit: 1}
      tasks:
        - {id: wait, type: io.kestra.plugin.core.flow.Pause}
      """;

  private static final String CALLS =
      """
      id: calls
      namespace: test
      tasks:
        - {id: call, type: io.kestra.plugin.core.flow.Subflow, namespace: test, flowId: %s}
      """;

  @TempDir Path directory;
  private Application application;

  @BeforeEach
  void start() {
    application = Application.start(directory, ServerConfig.DEFAULTS);
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void executionsThatHaveNotEndedFailAndSayWhy() throws Exception {
    application.flows().save(PAUSES);
    ExecutionId paused = begin(WAITING, ExecutionStatus.PAUSED);
    ExecutionId queued = begin(WAITING, ExecutionStatus.QUEUED);
    application.flows().save(PAUSES.replace("{id: wait,", "{id: then,"));
    application.flows().deleteRevisions(WAITING, List.of(1));
    stop();
    start();

    for (ExecutionId id : List.of(paused, queued)) {
      StoredExecution over = new Runs(application).await(id, now -> now.execution().over());
      assertThat(over.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(over.taskRuns()).allMatch(run -> run.status().isTerminal());
      assertThat(errors(id)).containsExactly("Revision 1 of flow 'test.waiting' does not exist.");
    }
    begin(WAITING, ExecutionStatus.PAUSED); // their places are free
  }

  @Test
  void aCallOfOneFailsTheTaskWithTheReason() throws Exception {
    storeStale();
    StoredExecution caller = new Runs(application).run(CALLS.formatted("stale"), Map.of());

    assertThat(caller.execution().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(errors(caller.execution().id()))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("Flow 'stale' in namespace 'test' is not valid:")
                    .contains("test.Gone"));
  }

  @Test
  void aRunOfOneIsRefusedWithTheReason() {
    storeStale();

    assertThat(application.executions().create(CreateRequest.of(STALE, Map.of())))
        .isInstanceOfSatisfying(
            CreateOutcome.FlowInvalid.class,
            refused -> assertThat(refused.reason()).contains("test.Gone"));
  }

  @Test
  void whatATestRunCallsIsATestToo() throws Exception {
    application
        .flows()
        .save(
            """
            id: called
            namespace: test
            tasks:
              - {id: a, type: io.kestra.plugin.core.log.Log, message: hello}
            """);
    application.flows().save(CALLS.formatted("called"));
    var request =
        new CreateRequest(
            new FlowId("test", "calls"),
            null,
            Map.of(),
            List.of(),
            null,
            null,
            null,
            null,
            List.of(),
            ExecutionKind.TEST);
    var created = (Created) application.executions().create(request);
    new Runs(application).await(created.execution().id(), now -> now.execution().over());

    ExecutionRecord called =
        application.storage().executions().newest(new FlowId("test", "called"), 1).getFirst();
    assertThat(called.kind()).isEqualTo(ExecutionKind.TEST);
    assertThat(called.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  /** As an earlier version may have stored it, which had more plugins. */
  private void storeStale() {
    String source =
        """
        id: stale
        namespace: test
        tasks:
          - {id: a, type: test.Gone}
        """;
    var stored = new StoredFlow(STALE, 1, source, false, false, null, List.of(), Instant.EPOCH);
    assertThat(application.storage().flows().add(stored, List.of())).isTrue();
  }

  private ExecutionId begin(FlowId flow, ExecutionStatus status) throws Exception {
    var created = (Created) application.executions().create(CreateRequest.of(flow, Map.of()));
    ExecutionId id = created.execution().id();
    new Runs(application).await(id, now -> now.execution().status() == status);
    return id;
  }

  private List<String> errors(ExecutionId id) {
    var messages = new ArrayList<String>();
    application
        .storage()
        .logs()
        .read(
            id,
            List.of(),
            (LogEntry line) -> {
              if (line.level() == LogLevel.ERROR) {
                messages.add(line.message());
              }
            });
    return messages;
  }
}
