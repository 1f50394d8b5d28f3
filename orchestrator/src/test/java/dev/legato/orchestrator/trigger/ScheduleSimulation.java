package dev.legato.orchestrator.trigger;

import dev.legato.language.expression.ExpressionEnvironment;
import dev.legato.language.expression.ExpressionLimits;
import dev.legato.language.expression.Expressions;
import dev.legato.language.flow.FlowParser;
import dev.legato.language.input.InputReader;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Recovery;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.TriggerId;
import dev.legato.orchestrator.execution.FlowInputs;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Request.Reply;
import dev.legato.orchestrator.trigger.ScheduleChecks.ViolationException;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.storage.CommitBatch.RequestKey;
import dev.legato.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A server with schedules in virtual time: the real scheduler on a store that lasts, with a crash
 * or a failing commit possible around each write, people who change their minds, and executions
 * that take their time. The same seed gives the same run.
 */
final class ScheduleSimulation {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Recovery BY_DEFAULT = Recovery.ALL;
  private static final TypeCatalog TYPES =
      TypeCatalog.of(List.of(ScheduleSimulation.class.getClassLoader()));

  final Random dice;
  final Ledger ledger = new Ledger();
  final Map<FlowId, Definition> definitions = new LinkedHashMap<>();
  private final PlantedBug bug;
  private final boolean fast;
  private final Instant end;
  private final Duration hurry;
  private final SimulatedTriggerStore store;
  private final Expressions expressions;
  private final FlowParser parser;
  private final Map<FlowId, Flow> flows = new HashMap<>();
  private final Map<String, RequestKey> keys = new HashMap<>();
  private final Map<ExecutionId, ExecutionRecord> executions = new HashMap<>();
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingInt(Event::number));
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final SimulatedPeople people;
  private Instant now = START;
  private Instant backAt = START;
  private int numbers;
  private boolean calm;
  private int crashes;
  private @Nullable SimulatedServer server;

  private record Event(Instant at, int number, Runnable act) {}

  /** The process is gone. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** What a run has seen. */
  record Sights(int firings, int crashes, int backfills, int switches) {}

  /** The scheduler, and what people steer it with. */
  record SimulatedServer(Scheduler scheduler, Triggers triggers) {}

  /**
   * @param fast whether the schedules have dates every few minutes rather than days
   */
  ScheduleSimulation(long seed, PlantedBug bug, boolean fast, Duration length) {
    this.dice = new Random(seed);
    this.bug = bug;
    this.fast = fast;
    this.end = START.plus(length);
    this.hurry = length.dividedBy(60);
    this.store = new SimulatedTriggerStore(bug, this::danger, id -> note(id.flow()));
    this.expressions =
        new Expressions(
            () -> now,
            new Random(seed),
            ExpressionLimits.DEFAULT,
            ExpressionEnvironment.in(java.time.ZoneOffset.UTC));
    this.parser = new FlowParser(TYPES, expressions);
    this.people = new SimulatedPeople(this);
  }

  Sights run() {
    guarded(this::start);
    for (int i = 0; i < 3; i++) {
      var flow = new FlowId("company", "flow" + i);
      guarded(() -> save(Definition.random(flow, next(), fast, dice)));
      later(hurry, () -> people.act(flow));
    }
    while (now.isBefore(end)) {
      step();
    }
    calmDown();
    int due = new ScheduleChecks(ledger, end, BY_DEFAULT).run();
    return new Sights(due, crashes, ledger.fillings().size(), people.switches());
  }

  /** Lets everything that waits happen, undisturbed. */
  private void calmDown() {
    calm = true;
    events.removeIf(event -> event.at().isAfter(now.plus(Duration.ofDays(40))));
    for (int steps = 0; server == null || isBehind() || !events.isEmpty(); steps++) {
      if (steps > 60_000) {
        throw new ViolationException("Some dates never come");
      }
      step();
    }
  }

  private boolean isBehind() {
    SimulatedServer running = Objects.requireNonNull(server);
    people.letGoOn();
    return running.scheduler().next().filter(next -> next.isBefore(now)).isPresent()
        || definitions.keySet().stream().anyMatch(flow -> lags(new TriggerId(flow, "tick")));
  }

  private boolean lags(TriggerId id) {
    return store
        .row(id)
        .filter(
            state ->
                state.backfill() != null
                    || (state.nextDate() != null && state.nextDate().isBefore(end)))
        .isPresent();
  }

  private void step() {
    Instant scheduled =
        server == null ? Instant.MAX : server.scheduler().next().orElse(Instant.MAX);
    Event event = events.peek();
    if (event == null && scheduled.equals(Instant.MAX)) {
      throw new ViolationException("Nothing will ever happen again, but dates were not fired");
    }
    boolean isEvent = event != null && !event.at().isAfter(scheduled);
    Instant at = isEvent && event != null ? event.at() : scheduled;
    now = at.isAfter(now) ? at : now;
    guarded(
        () -> {
          if (isEvent) {
            Objects.requireNonNull(events.poll()).act().run();
          } else {
            Objects.requireNonNull(server).scheduler().lookAtDue();
          }
          runTasks();
        });
  }

  private void runTasks() {
    while (!tasks.isEmpty()) {
      if (dice.nextBoolean()) {
        tasks.addLast(tasks.removeFirst());
      }
      tasks.removeFirst().run();
    }
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (Crash _) {
      crash();
    } catch (StorageException notStored) {
      // whoever asked is told, and may ask again
    }
  }

  private void crash() {
    crashes++;
    server = null;
    tasks.clear();
    definitions.keySet().forEach(this::note);
    Duration away =
        switch (dice.nextInt(4)) {
          case 0 -> Duration.ofMillis(dice.nextInt(4_000));
          case 1 -> Duration.ofSeconds(dice.nextInt(600));
          default -> Duration.ofMillis(dice.nextLong(Math.max(1, hurry.toMillis() / 2)));
        };
    backAt = now.plus(away);
    later(away, this::start);
  }

  /** Whatever is written may fail, or be the last that the process does. */
  private void danger() {
    now = now.plusMillis(dice.nextInt(4));
    if (!calm) {
      int chance = dice.nextInt(4_000);
      if (chance < 8) {
        throw new Crash();
      }
      if (chance < 12) {
        throw new StorageException("The disk did not answer");
      }
    }
  }

  private void start() {
    ledger.started(now);
    var conditions = new ConditionCheck(expressions);
    var config = new TriggerConfig(TriggerConfig.DEFAULTS.zone(), BY_DEFAULT);
    ScheduleDates dates = ScheduleDates.of(expressions, config);
    var births =
        new Births(
            this::create,
            this::made,
            new FlowInputs(new InputReader(expressions)),
            expressions,
            new TriggerLines(_ -> {}, () -> now),
            () -> now);
    var texts = new TriggerTexts(expressions);
    var kind = new ScheduleTrigger(dates, conditions, texts, BY_DEFAULT, now);
    var scheduler =
        new Scheduler(
            new Scheduler.Ports(
                store,
                id -> Optional.ofNullable(executions.get(id)),
                id -> Optional.ofNullable(flows.get(id)),
                births,
                () -> now,
                tasks::addLast),
            Map.of(TriggerKind.SCHEDULE, new SpoiltTrigger(kind, bug, store, this::danger)),
            new EventTriggers(store));
    server =
        new SimulatedServer(
            scheduler,
            new Triggers(
                store, id -> Optional.ofNullable(flows.get(id)), scheduler, dates, () -> now));
    scheduler.load();
    definitions.keySet().forEach(this::note);
  }

  private Map<String, RequestKey> made(List<String> names) {
    return names.stream()
        .filter(name -> keys.containsKey(key(name)))
        .collect(Collectors.toMap(name -> name, name -> keys.get(key(name))));
  }

  private String key(String key) {
    return bug == PlantedBug.CLOCK_IN_KEY ? key + now : key;
  }

  private void create(Request request) {
    danger();
    people.interfere();
    var command = (CreateExecution) request.command();
    Optional.ofNullable(flows.get(command.flow()))
        .filter(flow -> flow.revision() == command.revision())
        .ifPresent(this::noteOverlap);
    RequestKey key = Objects.requireNonNull(request.key());
    keys.put(key(key.key()), key);
    ExecutionRecord record = SimulatedExecutions.begun(command, now);
    executions.put(record.id(), record);
    ledger.fired(
        new Ledger.Firing(
            command.flow(),
            command.revision(),
            Objects.requireNonNull(command.scheduleDate()),
            SimulatedExecutions.backfill(command.labels()),
            now));
    later(duration(), () -> end(record));
    danger();
    Objects.requireNonNull(request.reply()).complete(new Reply.Accepted(record));
  }

  /** Nothing may start while the row says that an execution is waited for, and that one runs. */
  private void noteOverlap(Flow flow) {
    if (!flow.triggers().getFirst().allowConcurrent()) {
      store
          .row(new TriggerId(flow.id(), "tick"))
          .flatMap(row -> Optional.ofNullable(row.execution()))
          .map(executions::get)
          .filter(execution -> !execution.over())
          .ifPresent(running -> ledger.overlaps(running.id()));
    }
  }

  private Duration duration() {
    if (calm) {
      return Duration.ofMillis(1);
    }
    return dice.nextInt(200) == 0
        ? Duration.ofMillis(dice.nextLong(hurry.toMillis()))
        : Duration.ofMillis(dice.nextInt(30_000));
  }

  private void end(ExecutionRecord record) {
    if (server == null) {
      later(Duration.between(now, backAt).plusMillis(1), () -> end(record));
      return;
    }
    boolean fails = !calm && dice.nextInt(300) == 0;
    ExecutionRecord over =
        SimulatedExecutions.over(
            record, fails ? ExecutionStatus.FAILED : ExecutionStatus.SUCCESS, now);
    executions.put(record.id(), over);
    danger();
    server.scheduler().changed(over);
  }

  /** Stores a definition, as people do. */
  void save(Definition definition) {
    Flow flow = definition.flow(parser, PlantedBug.NONE);
    Instant from = now;
    store.define(
        flow.id(),
        new Arming(expressions, TriggerConfig.DEFAULTS, () -> from).of(flow),
        () -> {
          flows.put(flow.id(), definition.flow(parser, bug));
          definitions.put(flow.id(), definition);
          ledger.saved(definition, from);
        });
    server().ifPresent(running -> running.scheduler().flowChanged(flow.id()));
  }

  /** Removes a flow, as people do. */
  void delete(FlowId flow) {
    store.define(
        flow,
        List.of(),
        () -> {
          flows.remove(flow);
          ledger.deleted(flow, now);
        });
    server().ifPresent(running -> running.scheduler().flowChanged(flow));
  }

  private void note(FlowId flow) {
    ledger.timeline(flow).add(now, server != null, store.row(new TriggerId(flow, "tick")));
  }

  void later(Duration delay, Runnable act) {
    events.add(new Event(now.plus(delay), next(), act));
  }

  int next() {
    return ++numbers;
  }

  Instant now() {
    return now;
  }

  Duration hurry() {
    return hurry;
  }

  boolean isFast() {
    return fast;
  }

  SimulatedTriggerStore store() {
    return store;
  }

  boolean isCalm() {
    return calm;
  }

  PlantedBug bug() {
    return bug;
  }

  Optional<SimulatedServer> server() {
    return Optional.ofNullable(server);
  }

  List<FlowId> flows() {
    return new ArrayList<>(flows.keySet());
  }
}
