package dev.legato.orchestrator.trigger;

import dev.legato.engine.EvaluationFailure;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Ids;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent.Listening;
import dev.legato.model.flow.TriggerEvent.Polling;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.trigger.ConditionCheck.Subject;
import dev.legato.orchestrator.trigger.PluginTriggers.Assignment;
import dev.legato.orchestrator.trigger.PluginTriggers.EvaluationException;
import dev.legato.orchestrator.trigger.PluginTriggers.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look of a trigger, or one time that it listens, from its lease to its end. */
final class Evaluation implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(Evaluation.class);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** Who has listened that long without a failure has recovered from the last one. */
  private static final Duration STEADY = Duration.ofMinutes(1);

  private final Ports ports;
  private final Flow flow;
  private final Trigger trigger;
  private final Lease lease;
  private @Nullable Thread thread;
  private boolean stopped;
  private boolean tookTooLong;
  private long findings;

  /**
   * What evaluations work with.
   *
   * @param longestLook how long a look may take whose interval is shorter
   */
  record Ports(
      PluginTriggers plugins,
      ConditionCheck conditions,
      Births births,
      TriggerLines lines,
      Pauses pauses,
      InstantSource clock,
      Duration longestLook) {}

  Evaluation(Ports ports, Flow flow, Trigger trigger, Lease lease) {
    this.ports = ports;
    this.flow = flow;
    this.trigger = trigger;
    this.lease = lease;
  }

  Lease lease() {
    return lease;
  }

  /** Gives up as soon as possible; from now on nothing is started. */
  synchronized void stop() {
    stopped = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** How long it may take; empty for as long as it likes. */
  Optional<Duration> limit() {
    Duration longest = ports.longestLook();
    return trigger.event() instanceof Polling polling
        ? Optional.of(polling.interval().compareTo(longest) > 0 ? polling.interval() : longest)
        : Optional.empty();
  }

  /** It has taken as long as it may: gives up as soon as possible, and says so. */
  synchronized void expire() {
    tookTooLong = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private synchronized boolean isTooLong() {
    return tookTooLong && !stopped;
  }

  private synchronized boolean begin() {
    thread = Thread.currentThread();
    return !stopped;
  }

  private synchronized void end() {
    thread = null;
  }

  @Override
  public void run() {
    try {
      if (begin() && !lease.isLost()) {
        evaluate();
      }
    } catch (InterruptedException _) {
      // otherwise the lease was lost, or the server stops: whoever comes next begins anew
      if (isTooLong()) {
        fail("The look took longer than %s.".formatted(limit().orElse(ports.longestLook())));
      }
    } catch (EvaluationException e) {
      fail(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log.atError().addKeyValue("trigger", lease.id()).setCause(e).log("evaluation broke off");
      fail("The evaluation broke off: " + e.getMessage());
    } finally {
      end();
    }
  }

  private void evaluate() throws EvaluationException, InterruptedException {
    var assignment =
        new Assignment(
            flow,
            trigger,
            TriggerScope.of(flow, Map.of("id", trigger.id(), "type", trigger.type())),
            this::upcoming);
    switch (trigger.event()) {
      case Listening _ -> ports.plugins().listen(assignment, this::start);
      case Polling polling -> look(assignment, polling.interval());
      default ->
          throw new IllegalStateException(
              "Expected a trigger of a plugin, but '%s' is of kind %s"
                  .formatted(trigger.id(), trigger.event().kind()));
    }
  }

  private void look(Assignment assignment, Duration interval)
      throws EvaluationException, InterruptedException {
    if (mayFire()) {
      Optional<Sighting> seen = ports.plugins().look(assignment);
      if (seen.isPresent()) {
        start(seen.get());
        // while the lease is held: the next look must not see the same once more
        seen.get().afterwards().run();
      }
    }
    ports.pauses().succeeded(lease.id());
    Instant now = ports.clock().instant();
    lease.change(state -> state.evaluated(lease.held().since(), now.plus(interval), now));
  }

  private boolean mayFire() throws EvaluationException {
    if (trigger.guard().isEmpty()) {
      return true;
    }
    Map<String, @Nullable Object> dates = Map.of("date", lease.held().since().toString());
    try {
      return ports
          .conditions()
          .holds(
              trigger.guard(),
              new Subject(flow.id(), TriggerScope.of(flow, dates), Optional.empty()));
    } catch (EvaluationFailure e) {
      throw new EvaluationException("A condition cannot be answered: " + e.reason(), e);
    }
  }

  private void start(Sighting sighting) throws InterruptedException {
    Firing firing = firing(sighting);
    boolean listens = trigger.event() instanceof Listening;
    var born = new boolean[1];
    lease.change(
        state -> {
          Instant now = ports.clock().instant();
          if (state.disabled()) {
            return state.abandoned(now);
          }
          ExecutionId execution = ports.births().fire(firing);
          born[0] = true;
          return listens ? state.heard(now) : state.firedFor(execution, now);
        });
    if (!born[0]) {
      throw new InterruptedException("Expected to hold the lease of " + lease.id());
    }
    findings++;
    if (listens) {
      runAfterwards(sighting);
      recover();
    }
  }

  /** What was heard has its execution: what is left to do cannot take it back. */
  private void runAfterwards(Sighting sighting) throws InterruptedException {
    try {
      sighting.afterwards().run();
    } catch (EvaluationException e) {
      tell(LogLevel.WARN, "What was left to do has failed: " + e.getMessage());
    }
  }

  private void recover() {
    if (Duration.between(lease.held().since(), ports.clock().instant()).compareTo(STEADY) > 0) {
      ports.pauses().succeeded(lease.id());
    }
  }

  private ExecutionId upcoming() {
    return Ids.derivedExecution(lease.held().since(), key());
  }

  private String key() {
    return "%s!%s#%d".formatted(lease.id(), lease.held().since(), findings);
  }

  private Firing firing(Sighting sighting) {
    String key = sighting.key() == null ? key() : lease.id() + "?" + sighting.key();
    return new Firing(
        flow,
        trigger,
        upcoming(),
        key,
        sighting.variables(),
        Map.of(),
        List.of(),
        null,
        sighting.logFile());
  }

  private void fail(String reason) {
    Duration pause =
        trigger.event() instanceof Polling polling
            ? ports.pauses().failed(lease.id(), polling.interval(), polling.maxInterval())
            : ports.pauses().failed(lease.id(), SHORTEST_PAUSE, LONGEST_PAUSE);
    try {
      lease.change(state -> failed(state, reason, pause));
    } catch (RuntimeException e) { // it stays locked until somebody unlocks it
      log.atError().addKeyValue("trigger", lease.id()).setCause(e).log("failure was not stored");
    }
  }

  private TriggerState failed(TriggerState state, String reason, Duration pause) {
    Instant now = ports.clock().instant();
    tell(LogLevel.WARN, "%s The next try is in %s.".formatted(sentence(reason), pause));
    TriggerState left = state;
    if (trigger.failOnError() && !state.disabled()) {
      var nothing = new Sighting(Map.of(), null, () -> {}, null);
      left = state.firedFor(ports.births().fail(firing(nothing), reason), now);
    }
    return left.failed(reason, now.plus(pause), now);
  }

  private static String sentence(String reason) {
    return reason.endsWith(".") ? reason : reason + ".";
  }

  private void tell(LogLevel level, String message) {
    ports.lines().write(flow.id(), trigger, null, level, message);
  }
}
