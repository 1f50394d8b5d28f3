package dev.legato.plugin.process;

import dev.legato.plugin.Property;
import dev.legato.plugin.component.ComponentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In a container. */
@ComponentType(
    value = "io.kestra.plugin.scripts.runner.docker.Docker",
    aliases = "io.kestra.plugin.scripts.runner.docker.DockerTaskRunner",
    title = "Runs programs in containers of a Docker engine.")
public record DockerRunner(
    @Property("Where the engine listens, such as unix:///var/run/docker.sock; found when absent.")
        @Nullable String host,
    @Property("A Docker configuration with credentials, as a map or as JSON.")
        @Nullable Object config,
    @Property("Who pulls the image.") @Nullable Credentials credentials,
    @Property("The image, when the task has no `containerImage`.") @Nullable String image,
    @Property("As whom the program runs in the container.") @Nullable String user,
    @Property("The entry point; that of the image is not used when absent.")
        @Nullable List<String> entryPoint,
    @Property("Further hosts, each as name:address.") @Nullable List<String> extraHosts,
    @Property("The network, such as host or bridge.") @Nullable String networkMode,
    @Property("Ports to open, each as host:container.") @Nullable List<String> portBindings,
    @Property("Folders of the host, each as host:container; refused unless the server allows it.")
        @Nullable List<String> volumes,
    @Property(value = "When to pull the image.", defaultValue = "IF_NOT_PRESENT")
        PullPolicy pullPolicy,
    @Property("Devices such as graphics cards.") @Nullable List<DeviceRequest> deviceRequests,
    @Property("How much of the processors.") @Nullable Cpu cpu,
    @Property("How much memory.") @Nullable Memory memory,
    @Property("Size of /dev/shm, such as 64MB.") @Nullable String shmSize,
    @Property("Whether the container is privileged; refused unless the server allows it.")
        @Nullable Boolean privileged,
    @Property(
            value = "Whether files are copied into and out of the container, or shared with it.",
            defaultValue = "VOLUME")
        FileHandling fileHandlingStrategy,
    @Property(value = "Whether the container is removed in the end.", defaultValue = "true")
        boolean delete,
    @Property(
            value = "Whether to wait for the end of the program.",
            name = "wait",
            defaultValue = "true")
        boolean waitForEnd,
    @Property(value = "How long a killed program has to end by itself.", defaultValue = "PT0S")
        Duration killGracePeriod,
    @Property(
            value = "Whether to go on with the container that an earlier attempt has started.",
            defaultValue = "true")
        boolean resume)
    implements TaskRunner {
  /** One that says nothing. */
  public static final DockerRunner DEFAULTS =
      new DockerRunner(
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          PullPolicy.IF_NOT_PRESENT,
          null,
          null,
          null,
          null,
          null,
          FileHandling.VOLUME,
          true,
          true,
          Duration.ZERO,
          true);

  /** When to pull an image. */
  public enum PullPolicy {
    IF_NOT_PRESENT,
    ALWAYS,
    NEVER
  }

  /** How files come into a container and out of it. */
  public enum FileHandling {
    /** The engine sees the worker's folder at the same place. */
    MOUNT,
    /** Copied, which works with an engine on another machine. */
    VOLUME
  }

  /** Who pulls an image. */
  public record Credentials(
      @Property("Whose; that of the image when absent.") @Nullable String registry,
      @Property("A name.") @Nullable String username,
      @Property("Its password.") @Nullable String password,
      @Property("A token of the registry.") @Nullable String registryToken,
      @Property("A token of an identity.") @Nullable String identityToken,
      @Property("Name and password, joined by a colon, in Base64.") @Nullable String auth) {
    /** Says nothing of secrets. */
    @Override
    public String toString() {
      return "Credentials[" + registry + "]";
    }
  }

  /** Devices that a container sees. */
  public record DeviceRequest(
      @Property("Such as nvidia.") @Nullable String driver,
      @Property("How many; -1 for all.") @Nullable Integer count,
      @Property("Which.") @Nullable List<String> deviceIds,
      @Property("What they can do; any of the inner lists.")
          @Nullable List<List<String>> capabilities,
      @Property("Of the driver.") @Nullable Map<String, String> options) {}

  /** How much of the processors. */
  public record Cpu(@Property("How many, such as 1.5.") @Nullable Double cpus) {}

  /** How much memory. */
  public record Memory(
      @Property("At most, such as 512MB.") @Nullable String memory,
      @Property("At most, together with swap; -1 for without limit.") @Nullable String memorySwap,
      @Property("How readily it is swapped, 0 to 100.") @Nullable String memorySwappiness,
      @Property("What the program gets when memory is short.") @Nullable String memoryReservation,
      @Property("At most in the kernel.") @Nullable String kernelMemory,
      @Property("Whether a program out of memory is not killed.")
          @Nullable Boolean oomKillDisable) {}
}
