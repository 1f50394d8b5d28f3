package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  @TempDir Path directory;

  @Test
  void anInstallationKeepsItsId() {
    UUID id = Installation.id(directory);

    assertThat(Installation.id(directory)).isEqualTo(id);
    assertThat(directory).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aFileThatWasCutByALossOfPowerIsMadeAgain() throws IOException {
    Files.createFile(directory.resolve("installation"));
    Files.writeString(directory.resolve("installation.new"), "1234");

    UUID id = Installation.id(directory);

    assertThat(Installation.id(directory)).isEqualTo(id);
  }

  @Test
  void somethingElseInTheFileIsNotOverwritten() throws IOException {
    Path file = Files.writeString(directory.resolve("installation"), "mine");

    assertThatThrownBy(() -> Installation.id(directory))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("delete it to have it made again");
    assertThat(file).hasContent("mine");
  }
}
