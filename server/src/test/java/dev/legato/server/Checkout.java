package dev.legato.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the repository that tests read. */
public final class Checkout {
  private Checkout() {}

  /** The repository's root: the working directory of a Maven test is its module. */
  public static Path root() {
    Path root = Path.of("").toAbsolutePath().resolveSibling("");
    if (!Files.isDirectory(root.resolve("examples"))) {
      throw new IllegalStateException("Expected to run in a module, but ran in " + Path.of("."));
    }
    return root;
  }

  public static String read(String path) {
    try {
      return Files.readString(root().resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A resource of the tests. */
  public static String resource(String path) {
    try (InputStream in = Checkout.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("Expected a resource " + path + ", but there is none");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
