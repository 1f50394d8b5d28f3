package dev.legato.server.config;

import dev.legato.process.ProcessConfig;
import dev.legato.process.ProcessConfig.DefaultPlace;
import dev.legato.process.ProcessConfig.Packages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How programs run for tasks.
 *
 * @param defaultRunner where, when a task does not say
 * @param handedOn names of the server's variables that programs get beside the usual ones
 * @param interpreters paths of programs by name, instead of the search path
 * @param maxProcesses how many run at once
 * @param killGrace how long a program has to end by itself
 * @param warm whether interpreters are kept ready
 * @param packages where packages come from
 * @param environments where environments are kept; absent for the data directory
 * @param docker the engine for containers
 */
public record ScriptConfig(
    DefaultPlace defaultRunner,
    List<String> handedOn,
    Map<String, String> interpreters,
    int maxProcesses,
    Duration killGrace,
    boolean warm,
    Packages packages,
    @Nullable Path environments,
    Docker docker) {
  public static final ScriptConfig DEFAULTS =
      new ScriptConfig(
          DefaultPlace.AUTO,
          List.of(),
          Map.of(),
          256,
          Duration.ofSeconds(5),
          true,
          Packages.DEFAULTS,
          null,
          new Docker(null, false, false));

  /**
   * The engine for containers.
   *
   * @param host where it listens; absent to look for it
   * @param volumesAllowed whether tasks may mount folders of the host
   * @param privilegedAllowed whether tasks may ask for privileged containers
   */
  public record Docker(@Nullable String host, boolean volumesAllowed, boolean privilegedAllowed) {}

  /**
   * For the runner of programs.
   *
   * @param folder for what it keeps
   * @param installation of the data directory
   * @param life of this server
   * @param environment the variables of the server
   */
  public ProcessConfig forRunner(
      Path folder, String installation, String life, Map<String, String> environment) {
    ProcessConfig usual = ProcessConfig.in(folder, installation, life, environment);
    return new ProcessConfig(
        environments == null ? folder : environments,
        installation,
        life,
        environment,
        handedOn,
        interpreters,
        defaultRunner,
        maxProcesses,
        killGrace,
        warm,
        usual.output(),
        packages);
  }
}
