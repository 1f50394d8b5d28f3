package dev.legato.orchestrator.trigger;

import dev.legato.language.expression.Expressions;
import dev.legato.language.input.InputReader;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TriggerKind;
import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.execution.Executions;
import dev.legato.orchestrator.execution.FlowInputs;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Storage;
import dev.legato.storage.TriggerStore;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/** All that makes triggers fire, put together. */
public final class Triggering implements AutoCloseable {
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(15);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("trigger-", 0).factory());
  private final Births births;
  private final Scheduler scheduler;
  private final Triggers triggers;
  private final PluginTrigger evaluated;
  private final EventTriggers events;
  private final Webhooks webhooks;
  private final Tools tools;
  private final FlowTriggers flowTriggers;

  /** What triggers work with. */
  public record Ports(
      Storage storage,
      Flows flows,
      Orchestrator orchestrator,
      Executions executions,
      Expressions expressions,
      InstantSource clock) {}

  /** Triggers of an installation without plugins. */
  public Triggering(Ports ports, TriggerConfig config) {
    this(ports, config, PluginTriggers.NONE);
  }

  public Triggering(Ports ports, TriggerConfig config, PluginTriggers plugins) {
    Expressions expressions = ports.expressions();
    var conditions = new ConditionCheck(expressions);
    ScheduleDates dates = ScheduleDates.of(expressions, config);
    var lines = new TriggerLines(ports.storage().logs()::append, ports.clock());
    this.births = births(ports, lines);
    this.evaluated =
        new PluginTrigger(
            new Evaluation.Ports(
                plugins, conditions, births, lines, new Pauses(), ports.clock(), LONGEST_LOOK));
    var schedule =
        new ScheduleTrigger(
            dates,
            conditions,
            new TriggerTexts(expressions),
            config.recovery(),
            ports.clock().instant());
    this.events = new EventTriggers(ports.storage().triggers());
    Function<FlowId, Optional<Flow>> flows =
        id -> ports.flows().findToRun(id, null).map(LoadedFlow::flow);
    this.scheduler = scheduler(ports, flows, births, schedule, config.zone());
    this.triggers =
        new Triggers(ports.storage().triggers(), flows, scheduler, dates, ports.clock());
    var firings = new LastFirings(scheduler::change, threads, ports.clock());
    var calls = new Calls(ports.executions(), conditions, expressions, firings);
    this.webhooks = new Webhooks(events, ports.flows(), calls, expressions);
    this.tools = new Tools(events, ports.flows(), calls, firings);
    ExecutionStore executions = ports.storage().executions();
    var join = new FlowTrigger(conditions, config.zone(), executions::findRecord);
    var stores = new FlowTriggers.Stores(ports.storage().triggers(), executions, ports.flows());
    this.flowTriggers = new FlowTriggers(stores, events, join, births, firings);
    ports.orchestrator().watch(flowTriggers);
  }

  private Scheduler scheduler(
      Ports ports,
      Function<FlowId, Optional<Flow>> flows,
      Births births,
      ScheduleTrigger schedule,
      ZoneId zone) {
    Map<TriggerKind, TimedTrigger> kinds = new EnumMap<>(TriggerKind.class);
    TriggerStore store = ports.storage().triggers();
    kinds.put(TriggerKind.SCHEDULE, schedule);
    kinds.put(TriggerKind.FLOW, new MissedWindow(store::windows, store::notes, zone));
    kinds.put(TriggerKind.POLLING, evaluated);
    kinds.put(TriggerKind.REALTIME, evaluated);
    return new Scheduler(
        new Scheduler.Ports(
            store, ports.storage().executions()::findRecord, flows, births, ports.clock(), threads),
        kinds,
        events);
  }

  private static Births births(Ports ports, TriggerLines lines) {
    return new Births(
        ports.orchestrator()::submit,
        ports.storage().executions()::findRequests,
        new FlowInputs(new InputReader(ports.expressions())),
        ports.expressions(),
        lines,
        ports.clock());
  }

  /** Takes up where the triggers stand and lets them fire. */
  public void start(ThreadFactory factory) {
    scheduler.start(factory);
    flowTriggers.start(factory);
  }

  /** The triggers, as people see and steer them. */
  public Triggers triggers() {
    return triggers;
  }

  /** What triggers have done since the start. */
  public FiringFigures figures() {
    return births.figures();
  }

  /** How many triggers of plugins look or listen now. */
  public int evaluating() {
    return evaluated.running();
  }

  /** How often triggers of plugins have begun to look or to listen. */
  public long evaluations() {
    return evaluated.started();
  }

  /** The triggers whose address somebody calls. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /** The flows that assistants call as tools. */
  public Tools tools() {
    return tools;
  }

  /** Takes note that a flow was saved or removed. */
  public void flowChanged(FlowId flow) {
    events.changed(flow);
    flowTriggers.flowChanged(flow);
    scheduler.flowChanged(flow);
  }

  /** Takes note that an execution has changed; quick. */
  public void executionChanged(ExecutionRecord execution) {
    scheduler.changed(execution);
  }

  @Override
  public void close() {
    flowTriggers.close();
    scheduler.close();
    threads.close();
  }
}
