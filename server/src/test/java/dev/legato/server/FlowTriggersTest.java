package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateRequest;
import dev.legato.orchestrator.flow.FlowOutcome.Saved;
import dev.legato.server.config.ServerConfig;
import dev.legato.storage.FlowCount;
import dev.legato.storage.TriggerStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Flows that start when executions of others have changed, also over the end of a process. */
@Timeout(120)
class FlowTriggersTest {
  private static final String BOTH =
      """
      preconditions:
        id: both
        flows:
          - {namespace: company, flowId: first, states: [SUCCESS]}
          - {namespace: company, flowId: second, states: [SUCCESS]}
      """;

  @TempDir private Path data;
  private Application application;
  private EndedExecutions ended;
  private int seen;

  @BeforeEach
  void start() {
    application = Application.start(data, ServerConfig.DEFAULTS);
    ended = new EndedExecutions();
    ended.listenTo(application);
  }

  @AfterEach
  void stop() {
    application.close();
  }

  private void upstream(String id) {
    save(
        """
        id: %s
        namespace: company
        inputs: [{id: n, type: INT, defaults: 1}]
        tasks:
          - {id: hi, type: io.kestra.plugin.core.log.Log, message: hi}
        outputs:
          - {id: result, type: STRING, value: "%s {{ inputs.n }}"}
        """
            .formatted(id, id));
  }

  private void downstream(String id, String trigger, String inputs) {
    save(
        """
        id: %s
        namespace: company
        inputs: [{id: given, type: STRING, defaults: none}]
        tasks:
          - {id: hi, type: io.kestra.plugin.core.log.Log, message: "{{ inputs.given }}"}
        triggers:
          - id: upstream
            type: io.kestra.plugin.core.trigger.Flow
        """
                .formatted(id)
            + (trigger + "inputs: {given: \"" + inputs + "\"}").indent(4));
  }

  private void save(String source) {
    assertThat(application.flows().save(source)).isInstanceOf(Saved.class);
  }

  private ExecutionRecord run(String flow, int n) throws InterruptedException {
    var request = CreateRequest.of(new FlowId("company", flow), Map.of("n", n));
    assertThat(application.executions().create(request)).isInstanceOf(Created.class);
    return next(flow);
  }

  private ExecutionRecord next(String flow) throws InterruptedException {
    ExecutionRecord next = next();
    assertThat(next.flow().id()).isEqualTo(flow);
    return next;
  }

  private ExecutionRecord next() throws InterruptedException {
    seen++;
    return ended.next();
  }

  /** What has ended is dealt with, and there is no execution but those that the test has seen. */
  private void nothingMoreFollows() {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    TriggerStore triggers = application.storage().triggers();
    while (!triggers.notes(1).isEmpty() && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }
    assertThat(triggers.notes(1)).isEmpty(); // settled after the executions that follow are made
    List<FlowCount> executions = application.storage().executions().countByFlow(List.of());
    assertThat(executions.stream().mapToLong(FlowCount::count).sum()).isEqualTo(seen);
  }

  @Test
  void oneExecutionFollowsFromTwoUpstreamFlows() throws InterruptedException {
    upstream("first");
    upstream("second");
    downstream("joined", BOTH, "{{ trigger.outputs.result }}");

    run("first", 1);
    run("first", 2);
    ExecutionRecord last = run("second", 3);
    ExecutionRecord joined = next("joined");

    assertThat(joined.inputs()).containsEntry("given", "second 3");
    assertThat(Objects.requireNonNull(joined.origin()).variables())
        .containsEntry("executionId", last.id().value())
        .containsEntry("namespace", "company")
        .containsEntry("flowId", "second")
        .containsEntry("state", "SUCCESS");
    run("second", 4);
    nothingMoreFollows();
    run("first", 5);
    next("joined");
  }

  @Test
  void whatHasComeTrueOutlivesTheProcess() throws InterruptedException {
    upstream("first");
    upstream("second");
    downstream("joined", BOTH, "{{ trigger.flowId }}");
    run("second", 1);
    application.close();

    start();
    run("first", 2);

    assertThat(next("joined").inputs()).containsEntry("given", "first");
    nothingMoreFollows();
  }

  @Test
  void theOldSpellingJoinsAsWell() throws InterruptedException {
    upstream("first");
    upstream("second");
    downstream(
        "joined",
        """
        conditions:
          - type: io.kestra.core.models.conditions.types.ExecutionStatusCondition
            in: [SUCCESS]
          - id: multiple
            type: io.kestra.core.models.conditions.types.MultipleCondition
            window: P1D
            windowAdvance: P0D
            conditions:
              one:
                type: io.kestra.core.models.conditions.types.ExecutionFlowCondition
                namespace: company
                flowId: first
              other:
                type: io.kestra.core.models.conditions.types.ExecutionFlowCondition
                namespace: company
                flowId: second
        """,
        "{{ trigger.state }}");

    run("first", 1);
    run("second", 1);

    assertThat(next("joined").inputs()).containsEntry("given", "SUCCESS");
  }

  @Test
  void dependenciesSeeTheOutputsOfAllTheirFlows() throws InterruptedException {
    upstream("first");
    upstream("second");
    downstream(
        "joined",
        """
        dependsOn:
          - {flowId: first, namespace: company, when: "{{ outputs.result == 'first 2' }}"}
          - {flowId: second, namespace: company}
        window: {every: P1D, fireOnce: true}
        """,
        "{{ trigger.outputs.first.result }} and {{ trigger.outputs.second.result }}");

    run("first", 1);
    run("second", 1);
    nothingMoreFollows();
    run("first", 2);
    assertThat(next("joined").inputs()).containsEntry("given", "first 2 and second 1");
    run("second", 2);
    nothingMoreFollows();
  }

  @Test
  void filtersChooseTheExecutions() throws InterruptedException {
    upstream("first");
    upstream("second");
    downstream(
        "joined",
        """
        preconditions:
          id: chosen
          where:
            - id: name
              filters:
                - {field: FLOW_ID, type: REGEX, value: 'sec.*'}
                - {field: STATE, type: IN, values: [SUCCESS, WARNING]}
                - {field: EXPRESSION, type: IS_TRUE, value: "{{ trigger.outputs.result != 'second 1' }}"}
        """,
        "{{ trigger.outputs.result }}");

    run("first", 1);
    run("second", 1);
    nothingMoreFollows();
    run("second", 2);
    assertThat(next("joined").inputs()).containsEntry("given", "second 2");
  }

  @Test
  void flowsThatStartEachOtherComeToAnEnd() throws InterruptedException {
    upstream("first");
    save(
        """
        id: ping
        namespace: company
        tasks:
          - {id: hi, type: io.kestra.plugin.core.log.Log, message: hi}
        triggers:
          - id: pong
            type: io.kestra.plugin.core.trigger.Flow
            dependsOn: [{flowId: pong}, {flowId: first}]
            mode: ANY
        """);
    save(
        """
        id: pong
        namespace: company
        tasks:
          - {id: hi, type: io.kestra.plugin.core.log.Log, message: hi}
        triggers:
          - id: ping
            type: io.kestra.plugin.core.trigger.Flow
            states: [SUCCESS, WARNING, FAILED]
            preconditions:
              id: ping
              flows: [{namespace: company, flowId: ping}]
        """);

    run("first", 1);
    int successes = 0;
    ExecutionRecord last = next();
    while (last.status().name().equals("SUCCESS")) {
      successes++;
      last = next();
    }

    assertThat(successes).isEqualTo(1_000);
    assertThat(last.status().name()).isEqualTo("FAILED");
    nothingMoreFollows();
  }

  /** A process that dies after it has fired, and before it has written that it has. */
  @Test
  void whatHasFiredBeforeACrashIsNotFiredAgain() throws Exception {
    upstream("first");
    downstream(
        "after",
        """
        preconditions:
          id: one
          flows: [{namespace: company, flowId: first}]
        """,
        "{{ trigger.executionId }}");
    ExecutionRecord done = run("first", 1);
    assertThat(next("after").inputs()).containsEntry("given", done.id().value());
    application.close();
    putBack(done);

    start();

    nothingMoreFollows();
    run("first", 2);
    next("after");
  }

  /** A process that dies after an execution has ended, and before anything follows. */
  @Test
  void whatWasNotedBeforeACrashFiresOnceAfterIt() throws Exception {
    upstream("first");
    ExecutionRecord done = run("first", 1);
    downstream(
        "after",
        """
        conditions:
          - {type: io.kestra.plugin.core.condition.ExecutionFlow, namespace: company, flowId: first}
        """,
        "{{ trigger.outputs.result }}");
    for (int crash = 0; crash < 2; crash++) {
      application.close();
      putBack(done);
      start();
      if (crash == 0) {
        assertThat(next("after").inputs()).containsEntry("given", "first 1");
      }
      nothingMoreFollows();
    }
  }

  /** Makes the store what it was before the note of an execution's end was settled. */
  private void putBack(ExecutionRecord execution) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + database());
        PreparedStatement insert =
            database.prepareStatement(
                "insert into flow_event (execution_id, namespace, flow_id, step, status, at)"
                    + " values (?, ?, ?, ?, ?, ?)");
        Statement statement = database.createStatement()) {
      statement.executeUpdate("delete from trigger_window");
      insert.setString(1, execution.id().value());
      insert.setString(2, execution.flow().namespace());
      insert.setString(3, execution.flow().id());
      insert.setInt(4, execution.history().entries().size());
      insert.setString(5, execution.status().name());
      insert.setLong(6, ChronoUnit.MICROS.between(Instant.EPOCH, execution.history().last()));
      insert.executeUpdate();
    }
  }

  private Path database() {
    return data.resolve("legato.db");
  }
}
