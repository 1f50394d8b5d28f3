package dev.legato.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Answer;
import dev.legato.model.command.Command;
import dev.legato.model.command.Command.AdmitExecution;
import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.ConfirmNewExecution;
import dev.legato.model.command.Command.ContinueExecution;
import dev.legato.model.command.Command.CopyExecution;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.command.Command.ForceRunExecution;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.Loss;
import dev.legato.model.command.Command.PauseExecution;
import dev.legato.model.command.Command.ProvideAnswer;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.command.Command.RestartExecution;
import dev.legato.model.command.Command.ResumeExecution;
import dev.legato.model.command.Command.StartingPoint;
import dev.legato.model.command.Command.StartingPoint.Failures;
import dev.legato.model.command.Command.StartingPoint.TaskRunAs;
import dev.legato.model.command.Command.UnqueueExecution;
import dev.legato.model.command.Inquiry;
import dev.legato.model.effect.Effect;
import dev.legato.model.effect.Effect.Ask;
import dev.legato.model.effect.Effect.CancelTimer;
import dev.legato.model.effect.Effect.KillCall;
import dev.legato.model.effect.Effect.KillTask;
import dev.legato.model.effect.Effect.ReleaseDirectory;
import dev.legato.model.effect.Effect.RunCall;
import dev.legato.model.effect.Effect.RunTask;
import dev.legato.model.effect.Effect.ScheduleContinuation;
import dev.legato.model.effect.Effect.SetTimer;
import dev.legato.model.effect.Effect.StartInPlaceOf;
import dev.legato.model.effect.Effect.WriteLog;
import dev.legato.model.event.Event;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.plan.Plan;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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

  /** What became of the wish to copy another execution. */
  @Nullable Decision copying;

  /** How many attempts started while the execution had not ended. */
  int startedBeforeTheEnd;

  Instant now = START;
  ExecutionState state;

  /** What becomes of an execution that is about to start. */
  Admission.Verdict verdict = Admission.Verdict.GRANTED;

  private final Engine engine = new Engine(new FakeEvaluator());
  Script script;
  private final Deque<Supplier<Command>> inbox = new ArrayDeque<>();
  private final Deque<Consumer<Run>> deeds = new ArrayDeque<>();
  private final Set<Timer> fired = new HashSet<>();
  private final Map<Job.Key, Job> running = new LinkedHashMap<>();
  private final Map<Integer, Integer> reported = new HashMap<>();
  private final Rows rows = new Rows();

  private Run(Plan plan, Script script) {
    this.plan = plan;
    this.script = script;
    this.state = new ExecutionState(plan);
  }

  /** Created, and nothing else yet. */
  static Run begin(Plan plan, Script script) {
    return begin(plan, script, creation());
  }

  /** Created, while there is no place for it or only one that is given in a certain way. */
  static Run beginWith(Admission.Verdict verdict, Plan plan, Script script) {
    var run = new Run(plan, script);
    run.verdict = verdict;
    run.send(creation());
    run.verdict = Admission.Verdict.GRANTED;
    return run;
  }

  static Run begin(Plan plan, Script script, CreateExecution creation) {
    return begin(plan, script, creation, START);
  }

  static Run begin(Plan plan, Script script, CreateExecution creation, Instant now) {
    var run = new Run(plan, script);
    run.now = now;
    run.send(creation);
    return run;
  }

  /** A new execution that takes over task runs of another one. */
  static Run copyOf(Run source, Plan plan, Script script, StartingPoint from) {
    return copyOf(source, plan, script, from, Admission.Verdict.GRANTED);
  }

  static Run copyOf(
      Run source, Plan plan, Script script, StartingPoint from, Admission.Verdict verdict) {
    var run = new Run(plan, script).withPlaces(verdict);
    run.now = source.now;
    run.copying = run.sendCopy(source, from);
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

  /** Plans what somebody does as soon as nothing else is left to do. */
  Run then(Consumer<Run> deed) {
    deeds.add(deed);
    return this;
  }

  /** Does some next things. */
  Run steps(int count) {
    for (int i = 0; i < count && step(); i++) {}
    return this;
  }

  Run withPlaces(Admission.Verdict given) {
    verdict = given;
    return this;
  }

  /** Whatever keeps it waiting for somebody is done. */
  void goOn() {
    if (resume().isRefused() && admit().isRefused()) {
      throw new AssertionError("%s for ever: %s".formatted(status(), outline()));
    }
  }

  /** Does the next thing; false when there is none. */
  boolean step() {
    if (!inbox.isEmpty()) {
      send(inbox.poll().get());
      return true;
    }
    if (fireNextTimer()) {
      return true;
    }
    Consumer<Run> deed = deeds.poll();
    if (deed != null) {
      deed.accept(this);
    }
    return deed != null;
  }

  /** Decides and stores, as a shard would. */
  Decision send(Command command) {
    now = now.plusMillis(1);
    boolean asleep = !state.isNew() && Invariants.isAsleep(state);
    Decision decision = engine.decide(state, command, _ -> verdict, now);
    Invariants.checkSleep(asleep, command, decision);
    if (decision.isRefused()) {
      assertThat(decision.events()).isEmpty();
      assertThat(decision.effects()).isEmpty();
      assertThat(state.isNew() || state.drainChanges().isEmpty()).isTrue();
      if (command instanceof FireTimer(var execution, var kind, var taskRun, _)) {
        timers.remove(new Timer.Key(execution, kind, taskRun));
      }
      return decision;
    }
    if (command instanceof CompleteAttempt completion) {
      reported.merge(completion.taskRun(), 1, Integer::sum);
      trace.add("-" + name(completion.taskRun()));
    }
    events.addAll(decision.events());
    writes.add(rows.write(state.drainChanges()));
    decision.effects().forEach(this::carryOut);
    if (state.taskRuns().all().size() < SMALL) {
      Invariants.check(this);
    }
    return decision;
  }

  /** Somebody kills it, and nobody does anything else to it. */
  Decision kill() {
    deeds.clear();
    return send(new KillExecution(state.id(), true));
  }

  /** Somebody has paused it as a whole. */
  Run paused() {
    assertThat(pause().refusal()).isNull();
    return this;
  }

  Decision pause() {
    return send(new PauseExecution(state.id()));
  }

  Decision resume() {
    return resume(null, Map.of());
  }

  Decision resume(@Nullable String task, Map<String, @Nullable Object> values) {
    Integer taskRun = task == null ? null : find(task).sequence;
    return send(new ResumeExecution(state.id(), taskRun, values, "me"));
  }

  Decision unqueue(ExecutionStatus status) {
    return send(new UnqueueExecution(state.id(), status));
  }

  Decision forceRun() {
    return send(new ForceRunExecution(state.id()));
  }

  Decision admit() {
    return send(new AdmitExecution(state.id()));
  }

  /** Goes on at everything that failed or is paused. */
  Decision restart() {
    return restart(new Failures());
  }

  /** Restarts the execution as the store has it, as a shard does. */
  Decision restart(StartingPoint from) {
    ExecutionState known = state;
    restore();
    Decision decision = send(new RestartExecution(state.id(), from));
    if (decision.isRefused()) {
      state = known;
    }
    return decision;
  }

  Decision change(String name, TaskRunStatus status) {
    return restart(new TaskRunAs(find(name).sequence, status));
  }

  private Decision sendCopy(Run source, StartingPoint from) {
    return send(
        new CopyExecution(
            Flows.COPY, source.stored(), plan.revision(), from, null, List.of(), List.of()));
  }

  Decision complete(String name, AttemptResult result) {
    TaskRun run = find(name);
    running.keySet().removeIf(job -> job.taskRun() == run.sequence);
    return send(
        new CompleteAttempt(state.id(), run.sequence, run.past().attempts().size() - 1, result));
  }

  /** The server and its workers die; what was stored is taken up again. */
  Run crash() {
    restore();
    inbox.clear();
    fired.clear();
    running.clear();
    if (!state.isOver()) {
      send(new RecoverExecution(state.id(), Set.of(), Loss.CRASH));
    }
    return this;
  }

  /** Takes the state from the store, and nothing else. */
  void restore() {
    state = ExecutionState.restore(plan, stored());
  }

  StoredExecution stored() {
    return rows.stored();
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
    return rows.get(find(name).sequence);
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

  private void carryOut(Effect effect) {
    effects.add(effect);
    switch (effect) {
      case RunTask(Job job) -> start(job);
      case RunCall(Call call) -> start(Script.asJob(call));
      case KillTask(var execution, int taskRun, int attempt) ->
          stop(new Job.Key(execution, taskRun, attempt));
      case KillCall(Job.Key call, _) -> stop(call);
      case SetTimer(Timer timer) -> timers.put(timer.key(), timer);
      case CancelTimer(Timer.Key key) -> timers.remove(key);
      case Ask(var execution, Inquiry inquiry, var variables) -> {
        Answer answer = script.answer(inquiry.question(), variables);
        if (answer != null) {
          inbox.add(() -> new ProvideAnswer(execution, inquiry, answer));
        }
      }
      case ReleaseDirectory _ -> {}
      case StartInPlaceOf(var ended, var command, boolean kill) ->
          inbox.add(() -> new ConfirmNewExecution(ended, command.execution(), kill));
      case WriteLog _ -> {}
      case ScheduleContinuation(var execution) -> inbox.add(() -> new ContinueExecution(execution));
    }
  }

  private void start(Job job) {
    running.put(job.key(), job);
    trace.add("+" + name(job.taskRun()));
    startedBeforeTheEnd += state.status().isTerminal() ? 0 : 1;
    if (script.answer(job, 0).isPresent()) {
      inbox.add(() -> report(job));
    }
  }

  private void stop(Job.Key job) {
    if (running.remove(job) != null) {
      inbox.add(
          () ->
              new CompleteAttempt(
                  job.execution(), job.taskRun(), job.attempt(), AttemptResult.killed()));
    }
  }

  private Command report(Job job) {
    running.remove(job.key());
    AttemptResult result =
        script.answer(job, reported.getOrDefault(job.taskRun(), 0)).orElseThrow();
    return new CompleteAttempt(job.execution(), job.taskRun(), job.attempt(), result);
  }

  private boolean fireNextTimer() {
    Optional<Timer> next =
        timers.values().stream()
            .filter(timer -> !fired.contains(timer))
            .min(Comparator.comparing(Timer::due));
    next.ifPresent(
        timer -> {
          fired.add(timer);
          now = timer.due().isAfter(now) ? timer.due() : now;
          send(new FireTimer(timer.execution(), timer.kind(), timer.taskRun(), timer.due()));
        });
    return next.isPresent();
  }
}
