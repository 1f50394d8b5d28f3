package dev.legato.server.cleaning;

import dev.legato.storage.ExecutionStore;
import dev.legato.storage.file.FileStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is older than the rules say, again and again beside everything else. What one round
 * cannot remove, the next one finds again.
 */
public final class Cleaning implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Cleaning.class);

  private final CleaningRules rules;
  private final FileStore files;
  private final ExecutionStore executions;
  private final InstantSource clock;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("cleaning").unstarted(this::repeat);

  public Cleaning(
      CleaningRules rules, FileStore files, ExecutionStore executions, InstantSource clock) {
    this.rules = rules;
    this.files = files;
    this.executions = executions;
    this.clock = clock;
  }

  /** Begins; the first round comes after a rest, so that a start is not slowed down. */
  public void start() {
    thread.start();
  }

  private void repeat() {
    try {
      while (!closed.await(rules.every().toMillis(), TimeUnit.MILLISECONDS)) {
        attempt(this::removeFiles);
        attempt(this::forgetRequests);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt(); // nobody waits for more
    }
  }

  /** Whatever goes wrong, there is a next round. */
  private static void attempt(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).log("cannot remove what is old; it is tried again later");
    }
  }

  private void removeFiles() {
    OldFiles.Outcome outcome = round();
    if (outcome.removed() > 0) {
      log.atInfo()
          .addKeyValue("files", outcome.removed())
          .log("removed what nobody needs any more");
    }
    if (outcome.failures() > 0) {
      log.atWarn()
          .addKeyValue("failures", outcome.failures())
          .setCause(outcome.firstFailure())
          .log("cannot remove some files that are old; it is tried again later");
    }
  }

  private void forgetRequests() {
    executions.deleteRequestsBefore(clock.instant().minus(rules.requests()));
  }

  /** Removes once the files that are old now. */
  OldFiles.Outcome round() {
    Instant now = clock.instant();
    var old =
        new OldFiles(
            files,
            executions::existing,
            now.minus(rules.orphans()),
            now.minus(rules.caches()),
            () -> closed.getCount() == 0);
    return old.remove();
  }

  /** Stops at once, in the middle of a round, too. */
  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
    if (thread.isAlive()) {
      awaitEnd();
    }
  }

  private void awaitEnd() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
