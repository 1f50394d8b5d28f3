package dev.legato.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.storage.Storage;
import dev.legato.testkit.contract.MovedClock;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Opens an empty storage for each test, and checks its file afterwards. */
abstract class OpenStorage {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-02-01T00:00:00Z"));

  @TempDir Path directory;
  private final MovedClock clock = new MovedClock(CLOCK.instant());
  private SqlStorage storage;

  @BeforeEach
  void open() {
    storage = SqlStorage.open(directory, SqlConfig.DEFAULTS, clock);
  }

  @AfterEach
  void close() {
    var problems = storage.integrityCheck();
    storage.close();
    assertThat(problems).isEmpty();
  }

  public MovedClock clock() {
    return clock;
  }

  public Storage storage() {
    return storage;
  }
}
