package dev.legato.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UseMarkTest {
  @TempDir Path directory;

  @Test
  void aPlaceThatWasLetGoOfWasClosed() {
    assertThat(openAndClose()).as("new").isTrue();
    assertThat(openAndClose()).as("closed before").isTrue();
  }

  @Test
  void aPlaceWhoseProcessDiedWasNot() throws Exception {
    openAndClose();
    Files.createFile(directory.resolve("in-use")); // as a killed process leaves it

    assertThat(openAndClose()).isFalse();
    assertThat(openAndClose()).as("closed since").isTrue();
  }

  private boolean openAndClose() {
    try (SqlStorage storage = SqlStorage.open(directory, SqlConfig.DEFAULTS, OpenStorage.CLOCK)) {
      return storage.wasClosed();
    }
  }
}
