package dev.legato.process;

import dev.legato.process.output.OutputLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How programs run.
 *
 * @param folder for environments and helpers; of this server alone
 * @param installation the same whenever a server runs on this folder
 * @param life another for every server
 * @param serverVariables the variables of the server itself
 * @param handedOn names of further variables that programs get; {@code *} in the end stands for any
 *     letters
 * @param interpreters paths of programs by name, instead of the search path
 * @param defaultPlace where programs run when a task does not say
 * @param maxProcesses how many programs run at once; others wait
 * @param killGrace how long a program has to end by itself
 * @param warm whether interpreters are kept ready
 * @param output how much a program can write
 * @param packages where packages come from
 */
public record ProcessConfig(
    Path folder,
    String installation,
    String life,
    Map<String, String> serverVariables,
    List<String> handedOn,
    Map<String, String> interpreters,
    DefaultPlace defaultPlace,
    int maxProcesses,
    Duration killGrace,
    boolean warm,
    OutputLimits output,
    Packages packages) {
  /** Where programs run when a task does not say. */
  public enum DefaultPlace {
    /** In a container when an engine answers, as a process else. */
    AUTO,
    PROCESS,
    DOCKER
  }

  /**
   * Where packages for environments come from.
   *
   * @param indexUrl instead of the installer's own; absent for that
   * @param folder with files that can be installed without a network; absent for none
   * @param offline whether nothing but the folder is used
   * @param maxBytes environments that were not used for the longest time go when there are more
   */
  public record Packages(
      @Nullable String indexUrl, @Nullable Path folder, boolean offline, long maxBytes) {
    public static final Packages DEFAULTS = new Packages(null, null, false, 5L << 30);
  }

  /** With everything as is usual. */
  public static ProcessConfig in(
      Path folder, String installation, String life, Map<String, String> serverVariables) {
    return new ProcessConfig(
        folder,
        installation,
        life,
        serverVariables,
        List.of(),
        Map.of(),
        DefaultPlace.AUTO,
        256,
        Duration.ofSeconds(5),
        true,
        OutputLimits.DEFAULTS,
        Packages.DEFAULTS);
  }

  /** Says nothing of variables, which may hold secrets. */
  @Override
  public String toString() {
    return "ProcessConfig[" + folder + "]";
  }
}
