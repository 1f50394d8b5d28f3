package dev.legato.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptCredentialsTest {
  @TempDir private Path data;

  @Test
  void whatWasSetUpHoldsForTheNextStart() throws IOException {
    var kept = new KeptCredentials(data, new SecureRandom());
    assertThat(kept.read()).isEmpty();

    kept.keep("ada@example.com", "Secret!1");

    var found = new KeptCredentials(data, new SecureRandom()).read().orElseThrow();
    assertThat(found.username()).isEqualTo("ada@example.com");
    assertThat(Passwords.matches("Secret!1", found.passwordHash())).isTrue();
    Path file = data.resolve("credentials");
    assertThat(data.toFile().list()).containsExactly("credentials");
    assertThat(Files.readString(file)).doesNotContain("Secret!1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aServerThatHadAUserDoesNotStartWithout() throws IOException {
    Files.writeString(data.resolve("credentials"), "ada@example.com\n");

    assertThatThrownBy(() -> new KeptCredentials(data, new SecureRandom()).read())
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("delete it to set up the user again");
  }
}
