package dev.legato.server;

import dev.legato.rest.operation.ServerInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;

/** What this program was built from, as the build wrote it down. */
public final class BuildInfo {
  private static final String FILE = "/dev/legato/server/build.properties";

  private BuildInfo() {}

  static ServerInfo read(UUID installation) {
    Properties build = properties();
    return new ServerInfo(
        installation,
        version(build),
        build.getProperty("commit"),
        Instant.parse(build.getProperty("commit.date")));
  }

  /** The version of the program. */
  public static String version() {
    return version(properties());
  }

  private static String version(Properties build) {
    return build.getProperty("version");
  }

  private static Properties properties() {
    var properties = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(
            "Expected " + FILE + " on the class path, but it is missing");
      }
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
