package dev.legato.rules;

import java.util.List;
import java.util.Optional;

/** The modules and the arrows between them; {@code docs/architecture.md} draws the same table. */
final class Modules {
  static final String ROOT_PACKAGE = "dev.legato";

  /**
   * One Maven module.
   *
   * @param directory where it lives below the repository's root
   * @param packageName the package that holds all its code
   * @param mayUse the directories of the modules that its main code may use
   */
  record Module(String directory, String packageName, List<String> mayUse) {
    boolean owns(String packageOfClass) {
      return packageOfClass.equals(packageName) || packageOfClass.startsWith(packageName + ".");
    }
  }

  static final List<Module> ALL =
      List.of(
          module("model", "model"),
          module("plugin-api", "plugin"),
          module("flow-language", "language", "model", "plugin-api"),
          module("engine", "engine", "model"),
          module("storage-api", "storage", "model"),
          module("storage-sql", "sql", "storage-api", "plugin-api", "model"),
          module("storage-files", "files", "storage-api"),
          module("storage-s3", "s3", "storage-api"),
          module("storage-gcs", "gcs", "storage-api"),
          module("orchestrator", "orchestrator", "engine", "flow-language", "storage-api", "model"),
          module("http-client", "http", "plugin-api"),
          module("data-formats", "data"),
          module("process-runner", "process", "plugin-api"),
          module("docker-runner", "docker", "plugin-api", "process-runner"),
          module("worker", "worker", "plugin-api", "flow-language", "storage-api", "model"),
          module(
              "rest-api",
              "rest",
              "data-formats",
              "orchestrator",
              "storage-api",
              "flow-language",
              "plugin-api",
              "model"),
          module("ui", "ui"),
          module("plugins/core", "plugins.core", "plugin-api", "data-formats"),
          module("plugins/serdes", "plugins.serdes", "plugin-api", "data-formats"),
          module("plugins/fs", "plugins.fs", "plugin-api"),
          module("plugins/scripts", "plugins.scripts", "plugin-api"),
          module(
              "server",
              "server",
              "model",
              "plugin-api",
              "flow-language",
              "engine",
              "storage-api",
              "storage-sql",
              "storage-files",
              "storage-s3",
              "storage-gcs",
              "orchestrator",
              "http-client",
              "process-runner",
              "docker-runner",
              "worker",
              "rest-api",
              "ui",
              "plugins/core",
              "plugins/serdes",
              "plugins/fs",
              "plugins/scripts"),
          module(
              "testkit",
              "testkit",
              "model",
              "plugin-api",
              "flow-language",
              "engine",
              "storage-api",
              "orchestrator",
              "worker",
              "plugins/core"),
          module(
              "bench",
              "bench",
              "model",
              "plugin-api",
              "flow-language",
              "engine",
              "storage-api",
              "storage-sql",
              "storage-files",
              "orchestrator",
              "worker",
              "rest-api",
              "plugins/core",
              "plugins/serdes",
              "server",
              "testkit"));

  /** Modules whose libraries, too, are decided: they may use JSpecify and nothing else. */
  static final List<String> WITHOUT_LIBRARIES =
      List.of("model", "plugin-api", "engine", "storage-api");

  private Modules() {}

  /** The module that owns a package, or empty for a package that no module claims. */
  static Optional<Module> owning(String packageName) {
    return ALL.stream().filter(module -> module.owns(packageName)).findFirst();
  }

  static boolean isOurs(String packageName) {
    return packageName.equals(ROOT_PACKAGE) || packageName.startsWith(ROOT_PACKAGE + ".");
  }

  private static Module module(String directory, String subPackage, String... mayUse) {
    return new Module(directory, ROOT_PACKAGE + "." + subPackage, List.of(mayUse));
  }
}
