package dev.legato.orchestrator.trigger;

import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Trigger;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets triggers of plugins look when their instant comes, and listen as long as they are armed.
 * Each does so under a lease: who has lost it, because somebody unlocked the trigger or changed its
 * flow, is interrupted and can start nothing any more.
 */
final class PluginTrigger implements TimedTrigger {
  private static final Logger log = LoggerFactory.getLogger(PluginTrigger.class);

  /** Plugins that do not heed interrupts are not waited for any longer. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final Evaluation.Ports ports;
  private final Map<TriggerId, Evaluation> running = new ConcurrentHashMap<>();
  private final LongAdder started = new LongAdder();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("evaluation-", 0).factory());

  PluginTrigger(Evaluation.Ports ports) {
    this.ports = ports;
  }

  /** How many look or listen now. */
  int running() {
    return running.size();
  }

  /** How many have begun to look or to listen so far. */
  long started() {
    return started.sum();
  }

  @Override
  public Instant lookAt(TriggerState state, Instant now) {
    return Objects.requireNonNull(state.nextDate());
  }

  /** Takes the lease; the evaluation begins once it is durable. */
  @Override
  public Look look(Flow flow, Trigger trigger, TriggerState state, Instant now) {
    // as exact as it is stored, or the lease would not be recognized
    Instant since = now.truncatedTo(ChronoUnit.MICROS);
    return Look.without(state.evaluatedBy(ports.plugins().worker(), since));
  }

  @Override
  public void stored(Flow flow, Trigger trigger, TriggerState state, Standings standings) {
    TriggerState.Evaluation lease = state.evaluation();
    if (lease == null) {
      return;
    }
    var evaluation = new Evaluation(ports, flow, trigger, new Lease(state.id(), lease, standings));
    Evaluation former = running.put(state.id(), evaluation);
    if (former != null) {
      former.stop();
    }
    started.increment();
    execute(
        () -> {
          var done = new CountDownLatch(1);
          evaluation.limit().ifPresent(limit -> watch(evaluation, limit, done));
          try {
            evaluation.run();
          } finally {
            done.countDown();
            running.remove(state.id(), evaluation);
          }
        });
  }

  private void execute(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException stopping) {
      log.atDebug().log("whoever starts next finds the lease and begins anew");
    }
  }

  private void watch(Evaluation evaluation, Duration limit, CountDownLatch done) {
    execute(
        () -> {
          try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
              evaluation.expire();
            }
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void changed(TriggerState state) {
    Evaluation evaluation = running.get(state.id());
    if (evaluation != null && !evaluation.lease().isOf(state)) {
      evaluation.stop();
    }
  }

  @Override
  public void kept(FlowId flow, List<TriggerState> triggers) {
    List<TriggerId> left = triggers.stream().map(TriggerState::id).toList();
    running.forEach(
        (id, evaluation) -> {
          if (id.flow().equals(flow) && !left.contains(id)) {
            evaluation.stop();
          }
        });
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        log.atWarn().addKeyValue("running", running.keySet()).log("triggers do not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
