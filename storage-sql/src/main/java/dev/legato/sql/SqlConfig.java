package dev.legato.sql;

import java.time.Duration;

/**
 * How the SQLite backend uses the machine.
 *
 * @param lookupThreads how many reads by key run at the same time
 * @param searchThreads how many searches run at the same time; apart from the reads by key, so that
 *     slow searches hold up nothing else
 * @param readTimeout after which a read is given up
 * @param waitingLogBytes how much log text may wait to be written before its writers have to wait
 * @param checkpointAfterIdle how long nothing was written before the write-ahead log is emptied
 */
public record SqlConfig(
    int lookupThreads,
    int searchThreads,
    Duration readTimeout,
    long waitingLogBytes,
    Duration checkpointAfterIdle) {
  public static final SqlConfig DEFAULTS =
      new SqlConfig(2, 2, Duration.ofSeconds(10), 32 << 20, Duration.ofSeconds(5));

  public SqlConfig {
    if (lookupThreads < 1 || searchThreads < 1) {
      throw new IllegalArgumentException(
          "lookupThreads (%d) and searchThreads (%d) must be at least 1"
              .formatted(lookupThreads, searchThreads));
    }
    if (!readTimeout.isPositive() || !checkpointAfterIdle.isPositive() || waitingLogBytes < 1) {
      throw new IllegalArgumentException(
          "readTimeout (%s), checkpointAfterIdle (%s) and waitingLogBytes (%d) must be positive"
              .formatted(readTimeout, checkpointAfterIdle, waitingLogBytes));
    }
  }
}
