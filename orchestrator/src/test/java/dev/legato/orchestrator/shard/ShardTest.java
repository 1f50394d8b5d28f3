package dev.legato.orchestrator.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.engine.Engine;
import dev.legato.model.command.Command;
import dev.legato.model.command.Command.ChangeExecutionStatus;
import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.CopyExecution;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.Loss;
import dev.legato.model.command.Command.RemoveExecution;
import dev.legato.model.command.Command.RestartExecution;
import dev.legato.model.command.Command.SetLabels;
import dev.legato.model.command.Command.StartingPoint;
import dev.legato.model.command.Command.StartingPoint.Failures;
import dev.legato.model.effect.Effect.Ask;
import dev.legato.model.effect.Effect.StartInPlaceOf;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.model.plan.Handlers;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.model.plan.StepHeader;
import dev.legato.orchestrator.limit.Slots;
import dev.legato.orchestrator.shard.Request.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the simulation does not reach: mistakes of the engine, a full inbox, the shard's thread. */
class ShardTest {
  private static final String BREAKS_THE_ENGINE = "poison";
  private static final ExecutionId GOOD = new ExecutionId("good");
  private static final ExecutionId BAD = new ExecutionId("bad");

  private final MemoryStore store = new MemoryStore();
  private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();

  /** Flows that cannot be read any more. */
  private final Set<String> unreadable = new HashSet<>();

  private final Set<Timer.Key> timers = new HashSet<>();
  private Instant now = Instant.parse("2026-06-01T12:00:00Z");
  private Shard shard = shard(100);

  @Test
  void anExecutionThatBreaksTheEngineIsSetAsideAndOthersGoOn() {
    send(create(GOOD, "fine"));
    Request bad = null;
    for (int i = 0; i < 4; i++) {
      bad = send(create(BAD, BREAKS_THE_ENGINE));
    }
    Job job = jobs.remove();
    send(new CompleteAttempt(GOOD, job.taskRun(), job.attempt(), AttemptResult.success(Map.of())));

    assertThat(bad.reply().join())
        .isEqualTo(
            new Reply.Refused("The execution was set aside after repeated internal errors."));
    assertThat(store.findRecord(BAD)).isEmpty();
    assertThat(status(GOOD)).isEqualTo(ExecutionStatus.SUCCESS);
    assertThat(jobs).isEmpty();
  }

  @Test
  void anExecutionThatIsSetAsideHasFailedAndKeepsNobodyWaiting() {
    send(create(BAD, "late"));
    for (int i = 0; i < 3; i++) {
      Job job = jobs.remove();
      var success = AttemptResult.success(Map.of());
      shard.submit(Request.of(new CompleteAttempt(BAD, job.taskRun(), job.attempt(), success)));
      turnAll();
    }

    assertThat(status(BAD)).isEqualTo(ExecutionStatus.FAILED);
    assertThat(store.live()).isEmpty();
    assertThat(store.find(BAD).orElseThrow().taskRuns()).allMatch(run -> run.status().isTerminal());
  }

  @Test
  void anExecutionWhoseFlowCanNoLongerBeReadFailsAndSaysWhy() {
    send(create(GOOD, "fine"));
    send(create(BAD, "stale"));
    unreadable.add("stale");
    shard = shard(100); // after a restart nothing is in memory
    turnAll();

    assertThat(status(BAD)).isEqualTo(ExecutionStatus.FAILED);
    assertThat(store.find(BAD).orElseThrow().taskRuns()).allMatch(run -> run.status().isTerminal());
    assertThat(store.logs())
        .filteredOn(line -> line.execution().equals(BAD) && line.level() == LogLevel.ERROR)
        .extracting(LogEntry::message)
        .containsExactly("Flow 'test.stale' is not valid: line 1.");
    assertThat(status(GOOD)).isEqualTo(ExecutionStatus.RUNNING);
    assertThat(store.live()).containsExactly(GOOD);

    unreadable.clear();
    assertThat(send(new ChangeExecutionStatus(BAD, ExecutionStatus.WARNING)).reply().join())
        .isInstanceOf(Reply.Accepted.class);
  }

  @Test
  void whatIsAskedOfAnExecutionWhoseFlowCannotBeReadIsRefusedWithTheReason() {
    send(create(BAD, "stale"));
    Job job = jobs.remove();
    send(new CompleteAttempt(BAD, job.taskRun(), job.attempt(), AttemptResult.failed("no")));
    unreadable.add("stale");
    Request restart = send(new RestartExecution(BAD, new Failures()));

    assertThat(restart.reply().join())
        .isEqualTo(new Reply.Refused("Flow 'test.stale' is not valid: line 1."));
    assertThat(status(BAD)).isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void anExecutionOfAFlowThatCannotBeReadCanBeMadeToSayWhy() {
    unreadable.add("stale");
    CreateExecution asked = create(BAD, "stale");
    assertThat(send(asked).reply().join())
        .isEqualTo(new Reply.Refused("Flow 'test.stale' is not valid: line 1."));
    Request told =
        send(
            new CreateExecution(
                BAD, asked.flow(), 1, Map.of(), List.of(), null, null, null, null, "not valid"));

    assertThat(told.reply().join()).isInstanceOf(Reply.Accepted.class);
    assertThat(status(BAD)).isEqualTo(ExecutionStatus.FAILED);
    assertThat(send(new SetLabels(BAD, List.of(new Label("a", "b")))).reply().join())
        .isInstanceOf(Reply.Accepted.class);
  }

  @Test
  void whoeverSendsWhatBreaksTheEngineIsTold() {
    Request bad = send(create(BAD, BREAKS_THE_ENGINE));

    assertThat(bad.reply()).isCompletedExceptionally();
  }

  @Test
  void aCommandForAnUnknownExecutionIsRefused() {
    Request request = send(new KillExecution(BAD, true));

    assertThat(request.reply().join()).isEqualTo(new Reply.Refused("There is no execution bad."));
  }

  @Test
  void anExecutionThatIsBeingRemovedCannotBeRestarted() {
    send(create(GOOD, "fine"));
    Request early = send(new RemoveExecution(GOOD));
    Job job = jobs.remove();
    send(new CompleteAttempt(GOOD, job.taskRun(), job.attempt(), AttemptResult.failed("no")));
    Request removal = send(new RemoveExecution(GOOD));
    Request late = send(new RestartExecution(GOOD, new Failures()));

    assertThat(early.reply().join()).isInstanceOf(Reply.Refused.class);
    assertThat(removal.reply().join()).isInstanceOf(Reply.Accepted.class);
    assertThat(late.reply().join()).isEqualTo(new Reply.Refused("The execution is being removed."));

    shard.removed(GOOD); // its rows stay after all
    Request restart = send(new RestartExecution(GOOD, new Failures()));
    assertThat(restart.reply().join()).isInstanceOf(Reply.Accepted.class);
  }

  @Test
  void anExecutionThatWasRestartedInTimeIsNotRemoved() {
    send(create(GOOD, "fine"));
    Job job = jobs.remove();
    send(new CompleteAttempt(GOOD, job.taskRun(), job.attempt(), AttemptResult.failed("no")));
    Request restart = Request.withReply(new RestartExecution(GOOD, new Failures()), null);
    Request removal = Request.withReply(new RemoveExecution(GOOD), null);
    shard.submit(restart);
    shard.submit(removal);
    turnAll();

    assertThat(restart.reply().join()).isInstanceOf(Reply.Accepted.class);
    assertThat(removal.reply().join())
        .isEqualTo(
            new Reply.Refused(
                "Execution 'good' is RUNNING and some of its tasks still run: remove it once they have ended."));
  }

  @Test
  void aTimerThatWasCancelledDurablyIsNotKeptWhenTheAnswerIsLost() {
    CreateExecution now = create(GOOD, "fine");
    Instant later = Instant.parse("2026-06-02T12:00:00Z");
    send(CreateExecution.of(GOOD, now.flow(), 1, Map.of(), List.of(), null, later));
    assertThat(timers).containsExactly(new Timer.Key(GOOD, Timer.Kind.START, null));
    store.loseNextAnswer();
    send(new KillExecution(GOOD, true));

    assertThat(status(GOOD)).isEqualTo(ExecutionStatus.KILLED);
    assertThat(timers).isEmpty();
  }

  @Test
  void noHistoryRunsBackwardsWhenTheClockIsSetBack() {
    send(create(GOOD, "fine"));
    StoredExecution source = store.find(GOOD).orElseThrow();
    now = now.minus(Duration.ofHours(1));
    shard = shard(100);
    var failures = new StartingPoint.OneTaskRun(0);
    Request copy = send(new CopyExecution(BAD, source, 1, failures, null, List.of(), List.of()));
    Job job = jobs.remove();
    send(new CompleteAttempt(GOOD, job.taskRun(), job.attempt(), AttemptResult.success(Map.of())));

    assertThat(copy.reply().join()).isInstanceOf(Reply.Accepted.class);
    for (ExecutionId id : List.of(GOOD, BAD)) {
      assertThat(instants(store.findRecord(id).orElseThrow().history())).isSorted();
      for (TaskRunRecord run : store.find(id).orElseThrow().taskRuns()) {
        assertThat(instants(run.history())).isSorted();
      }
    }
  }

  @Test
  void whatIsDecidedLaterIsLaterThoughTheClockStandsStill() {
    for (String name : List.of("c", "b", "a")) {
      send(create(new ExecutionId(name), "fine"));
    }

    assertThat(
            List.of("c", "b", "a").stream()
                .map(name -> store.findRecord(new ExecutionId(name)).orElseThrow())
                .map(record -> record.history().start()))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private static List<Instant> instants(StatusHistory<?> history) {
    return history.entries().stream().<Instant>map(StatusHistory.Entry::at).toList();
  }

  @Test
  void aFullInboxTurnsRequestsAwayButNotReports() {
    Shard small = shard(1);

    assertThat(small.offer(Request.of(create(GOOD, "fine")))).isTrue();
    assertThat(small.offer(Request.of(create(BAD, "fine")))).isFalse();
    small.submit(Request.of(new CompleteAttempt(GOOD, 0, 0, AttemptResult.success(Map.of()))));
    assertThat(small.waiting()).isEqualTo(2);
  }

  @Test
  void itsThreadAnswersAndStopsWhenInterrupted() throws Exception {
    Thread thread = Thread.ofVirtual().start(shard::run);
    Request request = Request.withReply(create(GOOD, "fine"), null);
    shard.offer(request);

    Reply reply = request.reply().get(10, TimeUnit.SECONDS);
    assertThat(reply).isInstanceOf(Reply.Accepted.class);
    Job job = jobs.poll(10, TimeUnit.SECONDS);
    assertThat(job.key()).isEqualTo(new Job.Key(GOOD, 0, 0));
    thread.interrupt();
    assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
  }

  private Request send(Command command) {
    Request request = Request.withReply(command, null);
    assertThat(shard.offer(request)).isTrue();
    turnAll();
    return request;
  }

  private void turnAll() {
    while (shard.canTurn()) {
      shard.turn();
    }
  }

  private ExecutionStatus status(ExecutionId id) {
    return store.findRecord(id).orElseThrow().status();
  }

  private Shard shard(int inboxCapacity) {
    var slots = new Slots(store::findRecord, _ -> Optional.empty());
    var ports =
        new Shard.Ports(
            store,
            (flow, _) -> readable(flow),
            new Recording(),
            new NoErrands(),
            slots,
            new Timers());
    var config = new ShardConfig(inboxCapacity, 10, 100, 2);
    return new Shard(0, ports, new Engine(new Fragile()), () -> now, config, Loss.CRASH);
  }

  private static CreateExecution create(ExecutionId id, String flow) {
    var flowId = new FlowId("test", flow);
    return CreateExecution.of(id, flowId, 1, Map.of(), List.of(), null, null);
  }

  private Plan readable(FlowId flow) {
    if (unreadable.contains(flow.id())) {
      throw new UnusablePlanException("Flow '%s' is not valid: line 1.".formatted(flow));
    }
    return plan(flow);
  }

  /** Tasks with the name of the flow as their condition; in one flow the second is poison. */
  private static Plan plan(FlowId flow) {
    boolean late = flow.id().equals("late");
    List<Step> tasks =
        late
            ? List.of(task("task", "fine"), task("then", BREAKS_THE_ENGINE))
            : List.of(task("task", flow.id()));
    var header = new StepHeader("flow", "test", null, false, false, null);
    SequenceStep root = SequenceStep.of(header, tasks, Handlers.NONE);
    return new Plan(flow, 1, root, List.of(), Map.of());
  }

  private static Step task(String id, String condition) {
    return new TaskStep(
        new StepHeader(id, "test", condition, false, false, null), Map.of(), null, null);
  }

  private final class Recording implements Workers {
    @Override
    public void run(Job job) {
      jobs.add(job);
    }

    @Override
    public void kill(Job.Key job) {}

    @Override
    public Set<Integer> running(ExecutionId execution) {
      return execution.equals(GOOD) ? Set.of(0) : Set.of();
    }
  }

  private static final class NoErrands implements Errands {
    @Override
    public void run(Call call) {
      throw new IllegalStateException("Expected no call, but got " + call);
    }

    @Override
    public void kill(Job.Key call, boolean cascade) {
      throw new IllegalStateException("Expected no call, but got " + call);
    }

    @Override
    public void ask(Ask question) {
      throw new IllegalStateException("Expected no question, but got " + question);
    }

    @Override
    public void start(StartInPlaceOf successor) {
      throw new IllegalStateException("Expected no successor, but got " + successor);
    }
  }

  private final class Timers implements Consequences {
    @Override
    public void timerSet(Timer timer) {
      timers.add(timer.key());
    }

    @Override
    public void timerCancelled(Timer.Key timer) {
      timers.remove(timer);
    }

    @Override
    public void takenOver() {}

    @Override
    public void changed(List<ExecutionRecord> executions) {}
  }

  /** One template makes the engine break off. */
  private static final class Fragile extends LiteralEvaluator {
    @Override
    public String text(String template, Map<String, ?> variables) {
      if (template.equals(BREAKS_THE_ENGINE)) {
        throw new IllegalStateException("Expected no poison, but got some");
      }
      return template;
    }
  }
}
