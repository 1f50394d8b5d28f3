package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.orchestrator.execution.Action;
import dev.legato.orchestrator.execution.Action.Delete;
import dev.legato.orchestrator.execution.Action.Kill;
import dev.legato.orchestrator.execution.Action.Replay;
import dev.legato.orchestrator.execution.Action.Restart;
import dev.legato.orchestrator.execution.Action.Resume;
import dev.legato.orchestrator.execution.Action.RevisionChoice;
import dev.legato.orchestrator.execution.Action.SetLabels;
import dev.legato.orchestrator.execution.ActionOutcome;
import dev.legato.orchestrator.execution.ActionOutcome.Done;
import dev.legato.orchestrator.execution.ActionOutcome.InvalidInputs;
import dev.legato.orchestrator.execution.ActionOutcome.Refused;
import dev.legato.orchestrator.execution.BulkOutcome;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateRequest;
import dev.legato.orchestrator.flow.FlowOutcome;
import dev.legato.orchestrator.live.LiveFeed.Subscription;
import dev.legato.server.config.ServerConfig;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.Filter;
import dev.legato.storage.PageRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do to executions, and flows that call flows, on a real store. */
class ActionsTest {
  private static final RevisionChoice SAME = new RevisionChoice.Same();

  private static final String CHILD =
      """
      id: child
      namespace: test
      tasks:
        - id: fails-once
          type: io.kestra.plugin.core.execution.Fail
          condition: "{{ taskrun.attemptsCount == 0 }}"
      outputs:
        - id: answer
          type: INT
          value: 42
      """;

  private static final String PARENT =
      """
      id: parent
      namespace: test
      tasks:
        - id: call
          type: io.kestra.plugin.core.flow.Subflow
          namespace: test
          flowId: child
      """;

  private static final String ASKING =
      """
      id: asking
      namespace: test
      concurrency:
        limit: 1
      tasks:
        - id: ask
          type: io.kestra.plugin.core.flow.Pause
          onResume:
            - id: count
              type: INT
            - id: reason
              type: STRING
              defaults: none
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
  void aRestartOfAFailedSubflowGoesOnInTheSameChild() throws Exception {
    save(CHILD, PARENT);
    ExecutionId parent = create("parent");
    assertThat(awaitEnd(parent)).isEqualTo(ExecutionStatus.FAILED);
    ExecutionId child = childOf(parent);

    act(parent, new Restart(SAME));

    assertThat(awaitEnd(parent)).isEqualTo(ExecutionStatus.SUCCESS);
    assertThat(childOf(parent)).isEqualTo(child);
    assertThat(taskRun(parent, "call").outputs())
        .containsEntry("executionId", child.value())
        .containsEntry("state", "SUCCESS");
    assertThat(String.valueOf(taskRun(parent, "call").outputs().get("outputs"))).contains("42");
  }

  @Test
  void aReplayIsANewExecutionThatKnowsWhereItComesFrom() throws Exception {
    save(CHILD);
    ExecutionId first = create("child");
    awaitEnd(first);

    var again = (Done) act(first, new Replay(null, SAME, null, List.of()));

    assertThat(again.execution().id()).isNotEqualTo(first);
    assertThat(again.execution().parentId()).isEqualTo(first);
    assertThat(again.execution().originalId()).isEqualTo(first);
    assertThat(awaitEnd(again.execution().id())).isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void aParentThatHasEndedIsKilledForThoseThatItLeftBehind() throws Exception {
    save(
        ASKING,
        PARENT.replace("flowId: child", "flowId: asking").stripTrailing() + "\n    wait: false\n");
    ExecutionId parent = create("parent");
    awaitEnd(parent);
    await(parent, execution -> child(parent).filter(this::isPaused).isPresent());

    assertThat(act(parent, new Kill(false))).isInstanceOf(Refused.class);
    assertThat(act(parent, new Kill(true))).isInstanceOf(Done.class);

    assertThat(awaitEnd(childOf(parent))).isEqualTo(ExecutionStatus.KILLED);
    assertThat(act(parent, new Kill(true))).isInstanceOf(Refused.class);
  }

  @Test
  void aKilledParentTakesItsChildrenWithIt() throws Exception {
    save(ASKING, PARENT.replace("flowId: child", "flowId: asking"));
    ExecutionId parent = create("parent");
    await(parent, execution -> child(parent).filter(this::isPaused).isPresent());

    act(parent, new Kill(true));

    assertThat(awaitEnd(parent)).isEqualTo(ExecutionStatus.KILLED);
    assertThat(record(childOf(parent)).status()).isEqualTo(ExecutionStatus.KILLED);
  }

  @Test
  void aQueuedExecutionOutlivesTheServerAndStartsWhenAPlaceIsFree() throws Exception {
    save(ASKING);
    ExecutionId first = create("asking");
    ExecutionId second = create("asking");
    assertThat(record(second).status()).isEqualTo(ExecutionStatus.QUEUED);
    assertThat(application.executions().waiting(record(second)).orElseThrow().position())
        .isEqualTo(1);
    stop();
    start();

    act(first, new Kill(false));

    await(second, this::isPaused);
    assertThat(awaitEnd(first)).isEqualTo(ExecutionStatus.KILLED);
  }

  @Test
  void aPauseIsOverOnlyWithValidAnswers() throws Exception {
    save(ASKING);
    ExecutionId id = create("asking");
    await(id, this::isPaused);

    assertThat(act(id, new Resume(null, Map.of(), "ada"))).isInstanceOf(InvalidInputs.class);
    assertThat(act(id, new Resume(null, Map.of("count", "7"), "ada"))).isInstanceOf(Done.class);

    assertThat(awaitEnd(id)).isEqualTo(ExecutionStatus.SUCCESS);
    assertThat(String.valueOf(taskRun(id, "ask").outputs().get("onResume")))
        .contains("count=7", "reason=none");
  }

  @Test
  void anActionOnManyIsDoneToAllOrToNone() throws Exception {
    save(ASKING, CHILD);
    ExecutionId ended = create("child");
    awaitEnd(ended);
    ExecutionId paused = create("asking");
    await(paused, this::isPaused);
    var labels = new SetLabels(List.of(new Label("team", "a")));

    assertThat(application.executions().actOnAll(List.of(ended, paused), labels))
        .isInstanceOfSatisfying(
            BulkOutcome.BulkRefused.class,
            refused -> assertThat(refused.problems()).extracting("id").containsExactly(paused));
    assertThat(record(ended).labels()).doesNotContain(new Label("team", "a"));
    assertThat(application.executions().actOnAll(List.of(ended), labels))
        .isEqualTo(new BulkOutcome.BulkDone(1, List.of()));
    assertThat(record(ended).labels()).contains(new Label("team", "a"));
  }

  @Test
  void aReplayOfAllThatMatchLeavesOutTheExecutionsThatItStarts() throws Exception {
    save(CHILD);
    int moreThanOnePortion = 101;
    for (int i = 0; i < moreThanOnePortion; i++) {
      create("child");
    }
    var ofTheFlow = List.of(Filter.of(ExecutionField.FLOW_ID, Filter.Operator.EQUALS, "child"));

    assertThat(
            application
                .executions()
                .actOnMatches(ofTheFlow, new Replay(null, SAME, null, List.of())))
        .isEqualTo(new BulkOutcome.BulkDone(moreThanOnePortion, List.of()));
  }

  @Test
  void aLivingExecutionIsStoppedBeforeItIsRemoved() throws Exception {
    save(ASKING);
    ExecutionId id = create("asking");
    await(id, this::isPaused);

    assertThat(act(id, Delete.everything())).isEqualTo(new ActionOutcome.Removed(id));
    assertThat(application.storage().executions().findRecord(id)).isEmpty();
    await(create("asking"), this::isPaused); // its place is free
  }

  private void save(String... sources) {
    for (String source : sources) {
      assertThat(application.flows().save(source)).isInstanceOf(FlowOutcome.Saved.class);
    }
  }

  private ExecutionId create(String flow) {
    var request = CreateRequest.of(new FlowId("test", flow), Map.of());
    return ((Created) application.executions().create(request)).execution().id();
  }

  private ActionOutcome act(ExecutionId id, Action action) {
    return application.executions().act(id, action);
  }

  private ExecutionStatus awaitEnd(ExecutionId id) throws Exception {
    return application.orchestrator().ends().of(id).get(30, TimeUnit.SECONDS);
  }

  private void await(ExecutionId id, Predicate<ExecutionRecord> condition) throws Exception {
    var changes = new Semaphore(1);
    try (Subscription _ = application.orchestrator().live().subscribe(id, changes::release)) {
      for (int i = 0; i < 300 && !condition.test(record(id)); i++) {
        changes.tryAcquire(100, TimeUnit.MILLISECONDS);
      }
      assertThat(condition.test(record(id))).isTrue();
    }
  }

  private boolean isPaused(ExecutionRecord execution) {
    return execution.status() == ExecutionStatus.PAUSED;
  }

  private ExecutionRecord record(ExecutionId id) {
    return application.storage().executions().findRecord(id).orElseThrow();
  }

  private TaskRunRecord taskRun(ExecutionId id, String taskId) {
    StoredExecution stored = application.storage().executions().find(id).orElseThrow();
    return stored.taskRuns().stream()
        .filter(run -> run.taskId().equals(taskId))
        .findFirst()
        .orElseThrow();
  }

  private Optional<ExecutionRecord> child(ExecutionId parent) {
    return application
        .storage()
        .executions()
        .search(
            List.of(
                Filter.of(
                    ExecutionField.TRIGGER_EXECUTION_ID, Filter.Operator.EQUALS, parent.value())),
            new PageRequest<>(1, 10, List.of()))
        .results()
        .stream()
        .findFirst();
  }

  private ExecutionId childOf(ExecutionId parent) {
    return child(parent).orElseThrow().id();
  }
}
