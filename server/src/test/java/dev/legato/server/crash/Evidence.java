package dev.legato.server.crash;

import java.nio.file.Path;

/** Where everything about some rounds is kept, so that it can be looked at after a failure. */
final class Evidence {
  private Evidence() {}

  static Path data(Path directory) {
    return directory.resolve("data");
  }

  static Path database(Path directory) {
    return data(directory).resolve("legato.db");
  }

  static Path writeAheadLog(Path directory) {
    return data(directory).resolve("legato.db-wal");
  }

  static Path journal(Path directory) {
    return directory.resolve("journal.txt");
  }

  static Path witness(Path directory) {
    return directory.resolve("witness.txt");
  }

  static Path serverLog(Path directory) {
    return directory.resolve("server.log");
  }
}
