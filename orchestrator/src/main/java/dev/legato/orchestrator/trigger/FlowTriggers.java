package dev.legato.orchestrator.trigger;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TriggerEvent.FlowChange;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.model.trigger.TriggerWindow;
import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.orchestrator.trigger.FlowTrigger.Subscriber;
import dev.legato.orchestrator.trigger.FlowTrigger.Windows;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.StatusNote;
import dev.legato.storage.StorageException;
import dev.legato.storage.TriggerStore;
import dev.legato.storage.TriggerStore.Pending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts flows when executions of others change. That somebody has to hear of a change is written
 * in the commit that changes the execution. One thread reads these notes in their order, some at a
 * time: it finds out what follows, has the executions created, each under a key that follows from
 * the notes, and then writes all windows and forgets the notes at once. After a crash it does the
 * same again, with the same outcome.
 */
final class FlowTriggers implements Orchestrator.Watcher, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FlowTriggers.class);

  private static final int AT_ONCE = 256;
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final TriggerStore store;
  private final ExecutionStore executions;
  private final Flows flows;
  private final EventTriggers triggers;
  private final FlowTrigger decisions;
  private final Births births;
  private final LastFirings lastFirings;
  private final Interests interests = new Interests();
  private final Semaphore work = new Semaphore(1); // notes may be left over
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("flow-trigger-", 0).factory());
  private @Nullable Thread loop;

  /** What Flow triggers read. */
  record Stores(TriggerStore triggers, ExecutionStore executions, Flows flows) {}

  FlowTriggers(
      Stores stores,
      EventTriggers triggers,
      FlowTrigger decisions,
      Births births,
      LastFirings lastFirings) {
    this.store = stores.triggers();
    this.executions = stores.executions();
    this.flows = stores.flows();
    this.triggers = triggers;
    this.decisions = decisions;
    this.births = births;
    this.lastFirings = lastFirings;
    for (TriggerState state : triggers.of(TriggerKind.FLOW)) {
      interests.set(state.id(), Interest.IN_ALL);
    }
  }

  void start(ThreadFactory factory) {
    loop = factory.newThread(this::run);
    loop.start();
  }

  /** The triggers of a flow may have changed. */
  void flowChanged(FlowId flow) {
    List<TriggerId> gone = new ArrayList<>(interests.of(flow));
    for (TriggerState state : triggers.of(flow)) {
      if (state.kind() == TriggerKind.FLOW) {
        gone.remove(state.id());
        learn(state.id());
      }
    }
    gone.forEach(interests::remove);
  }

  private void learn(TriggerId id) {
    // one that is switched off or cannot be read looks at nothing
    subscriber(id)
        .ifPresentOrElse(
            it -> interests.set(id, Interest.of(it.trigger(), it.event())),
            () -> interests.remove(id));
  }

  @Override
  public boolean awaits(ExecutionRecord execution, ExecutionStatus status) {
    return interests.exists(execution.flow(), status);
  }

  @Override
  public void noted() {
    work.release();
  }

  private void run() {
    try {
      triggers.of(TriggerKind.FLOW).forEach(state -> learn(state.id()));
      while (true) {
        work.acquire();
        work.drainPermits();
        while (processSome()) {
          // there may be more
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean processSome() throws InterruptedException {
    try {
      return process(store.notes(AT_ONCE));
    } catch (RuntimeException | ExecutionException failure) {
      log.atWarn().setCause(failure).log("flow triggers could not fire; they try again");
      var _ = work.tryAcquire(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    }
  }

  /**
   * Deals with notes, oldest first.
   *
   * @return whether there were any
   */
  private boolean process(List<Pending> notes) throws InterruptedException, ExecutionException {
    if (notes.isEmpty()) {
      return false;
    }
    var turn = new Turn();
    for (Pending pending : notes) {
      turn.hear(pending.note());
    }
    fire(turn.firings);
    store.settle(List.copyOf(turn.windows.values()), notes.stream().map(Pending::number).toList());
    return true;
  }

  private void fire(List<Firing> firings) throws InterruptedException, ExecutionException {
    List<Callable<Void>> all = new ArrayList<>();
    for (Firing firing : firings) {
      all.add(
          () -> {
            fire(firing);
            return null;
          });
    }
    for (Future<Void> done : threads.invokeAll(all)) {
      done.get();
    }
  }

  private void fire(Firing firing) {
    try {
      if (firing.variables().get("chainLength") instanceof Integer length
          && length > Upstream.LONGEST_CHAIN) {
        births.fail(
            firing,
            "More than %d executions in a row have started each other. Do flows wait for each other?"
                .formatted(Upstream.LONGEST_CHAIN));
      } else {
        births.fire(firing);
      }
      lastFirings.fired(new TriggerId(firing.flow().id(), firing.trigger().id()));
    } catch (StorageException notStored) {
      throw notStored;
    } catch (RuntimeException mistake) {
      log.atError()
          .addKeyValue("flow", firing.flow().id())
          .addKeyValue("trigger", firing.trigger().id())
          .setCause(mistake)
          .log("trigger cannot fire");
    }
  }

  private Optional<Subscriber> subscriber(TriggerId id) {
    boolean isOn =
        triggers.of(id.flow()).stream()
            .anyMatch(state -> state.id().equals(id) && !state.disabled());
    return !isOn
        ? Optional.empty()
        : flows
            .findToRun(id.flow(), null)
            .map(LoadedFlow::flow)
            .filter(flow -> !flow.disabled())
            .flatMap(
                flow ->
                    flow.triggers().stream()
                        .filter(each -> each.id().equals(id.trigger()) && !each.disabled())
                        .filter(each -> each.event() instanceof FlowChange)
                        .map(each -> new Subscriber(flow, each, (FlowChange) each.event()))
                        .findFirst());
  }

  @Override
  public void close() {
    Thread running = loop;
    if (running != null) {
      running.interrupt();
      joinUninterruptibly(running);
    }
    threads.shutdownNow();
  }

  private static void joinUninterruptibly(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What some notes lead to. */
  private final class Turn implements Windows {
    private record Place(TriggerId trigger, String join) {}

    private final Map<Place, TriggerWindow> windows = new LinkedHashMap<>();
    private final List<Firing> firings = new ArrayList<>();

    void hear(StatusNote note) {
      List<TriggerId> waiting = interests.in(note.flow(), note.status());
      if (waiting.isEmpty()) {
        return;
      }
      boolean withTaskRuns = interests.inTaskRuns(waiting);
      Optional<Upstream> upstream = upstream(note.execution(), note.step(), withTaskRuns);
      if (upstream.isEmpty()) {
        return; // it was removed
      }
      for (TriggerId id : waiting) {
        hear(id, upstream.get(), note);
      }
    }

    private void hear(TriggerId id, Upstream upstream, StatusNote note) {
      try {
        subscriber(id)
            .flatMap(subscriber -> decisions.hear(subscriber, upstream, note.at(), this))
            .ifPresent(firings::add);
      } catch (StorageException unreachable) {
        throw unreachable;
      } catch (RuntimeException mistake) {
        log.atError()
            .addKeyValue("trigger", id)
            .addKeyValue("execution", note.execution())
            .setCause(mistake)
            .log("trigger cannot look at an execution");
      }
    }

    private Optional<Upstream> upstream(ExecutionId id, int step, boolean withTaskRuns) {
      Optional<StoredExecution> found =
          withTaskRuns
              ? executions.find(id)
              : executions.findRecord(id).map(record -> new StoredExecution(record, List.of()));
      return found.map(stored -> Upstream.at(stored, step));
    }

    @Override
    public Optional<TriggerWindow> of(TriggerId trigger, String join) {
      TriggerWindow known = windows.get(new Place(trigger, join));
      return known != null
          ? Optional.of(known)
          : store.windows(trigger).stream()
              .filter(window -> window.join().equals(join))
              .findFirst();
    }

    @Override
    public void put(TriggerWindow window) {
      windows.put(new Place(window.trigger(), window.join()), window);
    }
  }
}
