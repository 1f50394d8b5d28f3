package dev.legato.orchestrator.trigger;

import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes with triggers that wait for no instant when they fired last, and why they could not. Each
 * kind is written once a second at most, because some fire all the time, and later than the
 * execution that it is about: what is written here decides nothing.
 */
final class LastFirings {
  private static final Logger log = LoggerFactory.getLogger(LastFirings.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Standings standings;
  private final Executor threads;
  private final InstantSource clock;
  private final Map<Subject, Instant> written = new ConcurrentHashMap<>();

  /** A firing after a failure is told at once, and the other way round. */
  private record Subject(TriggerId trigger, boolean failure) {}

  /**
   * @param threads may wait for the store
   */
  LastFirings(Standings standings, Executor threads, InstantSource clock) {
    this.standings = standings;
    this.threads = threads;
    this.clock = clock;
  }

  /** A trigger has fired; quick. */
  void fired(TriggerId id) {
    note(new Subject(id, false), state -> state.heard(clock.instant()));
  }

  /** A trigger could not be evaluated; quick. */
  void failed(TriggerId id, String problem) {
    note(new Subject(id, true), state -> state.failed(problem, state.nextDate(), clock.instant()));
  }

  private void note(Subject subject, Function<TriggerState, TriggerState> change) {
    TriggerId id = subject.trigger();
    Instant now = clock.instant();
    Instant last =
        written.compute(
            subject,
            (_, before) -> before == null || !before.plus(PAUSE).isAfter(now) ? now : before);
    if (last.equals(now)) {
      try {
        threads.execute(() -> write(id, change));
      } catch (RejectedExecutionException stopping) {
        log.atDebug().addKeyValue("trigger", id).log("last firing is not noted any more");
      }
    }
  }

  private void write(TriggerId id, Function<TriggerState, TriggerState> change) {
    try {
      standings.change(id, state -> Optional.of(change.apply(state)));
    } catch (StorageException notStored) {
      log.atWarn()
          .addKeyValue("trigger", id)
          .log("last firing is not noted: {}", notStored.getMessage());
    }
  }
}
