package dev.legato.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command;
import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.ContinueExecution;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.Loss;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.effect.Effect;
import dev.legato.model.effect.Effect.Ask;
import dev.legato.model.effect.Effect.CancelTimer;
import dev.legato.model.effect.Effect.KillCall;
import dev.legato.model.effect.Effect.KillTask;
import dev.legato.model.effect.Effect.RunCall;
import dev.legato.model.effect.Effect.RunTask;
import dev.legato.model.effect.Effect.ScheduleContinuation;
import dev.legato.model.effect.Effect.SetTimer;
import dev.legato.model.effect.Effect.StartInPlaceOf;
import dev.legato.model.effect.Effect.WriteLog;
import dev.legato.model.event.Event;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.Timer;
import dev.legato.model.plan.Plan;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One execution in an imagined world of one shard, a store and workers who follow a {@link Script}.
 * Each command is decided and stored on its own; time passes when nothing else is left to do. After
 * every decision the rules that hold for all flows are checked.
 */
final class Run {
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final int SMALL = 200;

  final Plan plan;
  final List<Event> events = new ArrayList<>();
  final List<Effect> effects = new ArrayList<>();
  final Map<Timer.Key, Timer> timers = new LinkedHashMap<>();

  /** {@code +a} when an attempt of a starts, {@code -a} when it ended; loop values in brackets. */
  final List<String> trace = new ArrayList<>();

  /** How many records each decision made dirty. */
  final List<Integer> writes = new ArrayList<>();

  Instant now = START;
  ExecutionState state;

  private final Engine engine = new Engine(new FakeEvaluator());
  private final Script script;
  private final Deque<Supplier<Command>> inbox = new ArrayDeque<>();
  private final Map<Job.Key, Job> running = new LinkedHashMap<>();
  private final Map<Integer, Integer> reported = new HashMap<>();
  private final TreeMap<Integer, TaskRunRecord> rows = new TreeMap<>();
  private @Nullable ExecutionRecord row;

  private Run(Plan plan, Script script) {
    this.plan = plan;
    this.script = script;
    this.state = new ExecutionState(plan);
  }

  /** Created, and nothing else yet. */
  static Run begin(Plan plan, Script script) {
    return begin(plan, script, creation());
  }

  static Run begin(Plan plan, Script script, CreateExecution creation) {
    var run = new Run(plan, script);
    run.send(creation);
    return run;
  }

  /** Run until nothing can happen any more. */
  static Run of(Plan plan, Script script) {
    return begin(plan, script).toEnd();
  }

  static CreateExecution creation() {
    return creation(null);
  }

  static CreateExecution creation(@Nullable Instant scheduleDate) {
    return CreateExecution.of(
        Flows.EXECUTION, Flows.FLOW, 1, Map.of("who", "you"), List.of(), null, scheduleDate);
  }

  Run toEnd() {
    while (step()) {}
    return this;
  }

  /** Does the next thing; false when there is none. */
  boolean step() {
    if (inbox.isEmpty()) {
      return fireNextTimer();
    }
    send(inbox.poll().get());
    return true;
  }

  /** Decides and stores, as a shard would. */
  Decision send(Command command) {
    now = now.plusMillis(1);
    Decision decision = engine.decide(state, command, Admission.ALWAYS, now);
    if (decision.isRefused()) {
      assertThat(decision.events()).isEmpty();
      assertThat(decision.effects()).isEmpty();
      assertThat(state.isNew() || state.drainChanges().isEmpty()).isTrue();
      return decision;
    }
    if (command instanceof CompleteAttempt completion) {
      reported.merge(completion.taskRun(), 1, Integer::sum);
      trace.add("-" + name(completion.taskRun()));
    }
    events.addAll(decision.events());
    store(state.drainChanges());
    decision.effects().forEach(this::carryOut);
    if (state.taskRuns().all().size() < SMALL) {
      Invariants.check(this);
    }
    return decision;
  }

  Decision kill() {
    return send(new KillExecution(Flows.EXECUTION, true));
  }

  Decision complete(String name, AttemptResult result) {
    TaskRun run = find(name);
    return send(
        new CompleteAttempt(
            Flows.EXECUTION, run.sequence, run.past().attempts().size() - 1, result));
  }

  /** The server and its workers die; what was stored is taken up again. */
  Run crash() {
    restore();
    inbox.clear();
    running.clear();
    send(new RecoverExecution(Flows.EXECUTION, Set.of(), Loss.CRASH));
    return this;
  }

  /** Takes the state from the store, and nothing else. */
  void restore() {
    state = ExecutionState.restore(plan, stored());
  }

  StoredExecution stored() {
    assertThat(row).isNotNull();
    return new StoredExecution(row, List.copyOf(rows.values()));
  }

  ExecutionStatus status() {
    return state.status();
  }

  /** Each task run with its final status, in the order of creation. */
  List<String> outline() {
    return state.taskRuns().all().stream().map(run -> name(run) + " " + run.status()).toList();
  }

  List<String> logs() {
    return effects.stream()
        .flatMap(effect -> effect instanceof WriteLog log ? Optional.of(log).stream() : null)
        .map(log -> log.entry().level() + " " + log.entry().message())
        .toList();
  }

  TaskRun find(String name) {
    return state.taskRuns().all().stream()
        .filter(run -> name(run).equals(name))
        .reduce((_, last) -> last)
        .orElseThrow(() -> new AssertionError("no '" + name + "' in " + outline()));
  }

  Job job(String name) {
    return effects.stream()
        .flatMap(effect -> effect instanceof RunTask it ? Optional.of(it.job()).stream() : null)
        .filter(job -> name(job.taskRun()).equals(name))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  TaskRunRecord row(String name) {
    TaskRunRecord found = rows.get(find(name).sequence);
    assertThat(found).isNotNull();
    return found;
  }

  int runningJobs() {
    return running.size();
  }

  private String name(int sequence) {
    return name(state.taskRuns().get(sequence));
  }

  static String name(TaskRun run) {
    var values = new StringBuilder();
    for (TaskRun at = run; at != null; at = at.parent.run) {
      if (at.value() != null) {
        values.insert(0, "[" + at.value() + "]");
      }
    }
    return run.step().id() + values;
  }

  private void store(Changes changes) {
    if (changes.execution() != null) {
      assertThat(changes.execution().version()).isEqualTo(row == null ? 1 : row.version() + 1);
      row = changes.execution();
    }
    for (TaskRunRecord record : changes.taskRuns()) {
      rows.put(record.sequence(), record);
    }
    changes.removed().forEach(rows::remove);
    writes.add(changes.taskRuns().size());
  }

  private void carryOut(Effect effect) {
    effects.add(effect);
    switch (effect) {
      case RunTask(Job job) -> {
        running.put(job.key(), job);
        trace.add("+" + name(job.taskRun()));
        if (script.answer(job, 0).isPresent()) {
          inbox.add(() -> report(job));
        }
      }
      case KillTask(var execution, int taskRun, int attempt) -> {
        if (running.containsKey(new Job.Key(execution, taskRun, attempt))) {
          inbox.add(() -> new CompleteAttempt(execution, taskRun, attempt, AttemptResult.killed()));
        }
      }
      case SetTimer(Timer timer) -> timers.put(timer.key(), timer);
      case CancelTimer(Timer.Key key) -> timers.remove(key);
      case RunCall _, KillCall _, Ask _, StartInPlaceOf _, WriteLog _ -> {}
      case ScheduleContinuation(var execution) -> inbox.add(() -> new ContinueExecution(execution));
    }
  }

  private Command report(Job job) {
    running.remove(job.key());
    AttemptResult result =
        script.answer(job, reported.getOrDefault(job.taskRun(), 0)).orElseThrow();
    return new CompleteAttempt(job.execution(), job.taskRun(), job.attempt(), result);
  }

  private boolean fireNextTimer() {
    Optional<Timer> next = timers.values().stream().min(Comparator.comparing(Timer::due));
    next.ifPresent(
        timer -> {
          now = timer.due().isAfter(now) ? timer.due() : now;
          send(new FireTimer(timer.execution(), timer.kind(), timer.taskRun()));
        });
    return next.isPresent();
  }
}
