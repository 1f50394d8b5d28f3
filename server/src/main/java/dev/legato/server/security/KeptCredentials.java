package dev.legato.server.security;

import dev.legato.rest.security.Credentials;
import dev.legato.rest.security.FirstUser;
import dev.legato.storage.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The credentials that were set up in a browser: a file of the data directory that only its owner
 * reads, with the name in its first line and the hash of the password in its second. Whoever has
 * forgotten the password deletes it.
 */
public final class KeptCredentials implements FirstUser.Keeper {
  private static final FileAttribute<?> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path file;
  private final SecureRandom random;

  public KeptCredentials(Path dataDirectory, SecureRandom random) {
    this.file = dataDirectory.resolve("credentials");
    this.random = random;
  }

  /**
   * What was kept; empty when nobody was set up.
   *
   * @throws StorageException when the file is there but cannot be used: the server must not start
   *     without the credentials that it had
   */
  public Optional<Credentials> read() {
    try {
      if (Files.notExists(file)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(file);
      if (lines.size() != 2 || lines.stream().anyMatch(String::isBlank)) {
        throw new IOException("Expected a name and a hash in two lines");
      }
      return Optional.of(new Credentials(lines.getFirst(), lines.getLast()));
    } catch (IOException e) {
      throw new StorageException(
          "The file %s cannot be used; delete it to set up the user again".formatted(file), e);
    }
  }

  @Override
  public Credentials keep(String username, String password) throws IOException {
    String hash = Passwords.hash(password, random);
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(whole);
    byte[] content = (username + "\n" + hash + "\n").getBytes(StandardCharsets.UTF_8);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(whole, options, PRIVATE)) {
      var bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    return new Credentials(username, hash);
  }
}
