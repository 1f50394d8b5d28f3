package dev.legato.server.cleaning;

import dev.legato.storage.ExecutionStore;
import dev.legato.storage.StorageException;
import dev.legato.storage.file.FileStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is older than the rules say, again and again beside everything else. A round that
 * breaks off has done no harm: the next one finds what is left.
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
        attempt();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt(); // nobody waits for more
    }
  }

  private void attempt() throws InterruptedException {
    try {
      int removed = round();
      if (removed > 0) {
        log.atInfo().addKeyValue("files", removed).log("removed what nobody needs any more");
      }
    } catch (StorageException e) {
      log.atWarn().setCause(e).log("cannot remove what is old; it is tried again later");
    }
  }

  /**
   * Removes once what is old now.
   *
   * @return how many files
   */
  public int round() throws InterruptedException {
    Instant now = clock.instant();
    executions.deleteRequestsBefore(now.minus(rules.requests()));
    return new OldFiles(
            files,
            id -> executions.findRecord(id).isPresent(),
            now.minus(rules.orphans()),
            now.minus(rules.caches()))
        .remove();
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
