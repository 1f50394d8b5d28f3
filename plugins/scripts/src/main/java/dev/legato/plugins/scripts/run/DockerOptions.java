package dev.legato.plugins.scripts.run;

import dev.legato.plugin.Property;
import dev.legato.plugin.process.DockerRunner;
import dev.legato.plugin.process.DockerRunner.Cpu;
import dev.legato.plugin.process.DockerRunner.Credentials;
import dev.legato.plugin.process.DockerRunner.DeviceRequest;
import dev.legato.plugin.process.DockerRunner.FileHandling;
import dev.legato.plugin.process.DockerRunner.Memory;
import dev.legato.plugin.process.DockerRunner.PullPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The container of a task, as older flows describe it. */
public record DockerOptions(
    @Property(value = "Where the engine listens.", aliases = "dockerHost") @Nullable String host,
    @Property(value = "A Docker configuration with credentials.", aliases = "dockerConfig")
        @Nullable Object config,
    @Property("Who pulls the image.") @Nullable Credentials credentials,
    @Property("The image.") @Nullable String image,
    @Property("As whom the program runs.") @Nullable String user,
    @Property("The entry point.") @Nullable List<String> entryPoint,
    @Property("Further hosts, each as name:address.") @Nullable List<String> extraHosts,
    @Property("The network.") @Nullable String networkMode,
    @Property("Folders of the host; refused unless the server allows it.")
        @Nullable List<String> volumes,
    @Property("When to pull the image.") @Nullable PullPolicy pullPolicy,
    @Property("Whether to pull the image; older form of `pullPolicy`.") @Nullable Boolean pullImage,
    @Property("Devices such as graphics cards.") @Nullable List<DeviceRequest> deviceRequests,
    @Property("How much of the processors.") @Nullable Cpu cpu,
    @Property("How much memory.") @Nullable Memory memory,
    @Property("Size of /dev/shm.") @Nullable String shmSize,
    @Property("Whether the container is privileged.") @Nullable Boolean privileged) {
  /** The runner that does the same. */
  public DockerRunner runner(FileHandling files) {
    return new DockerRunner(
        host,
        config,
        credentials,
        image,
        user,
        entryPoint,
        extraHosts,
        networkMode,
        null,
        volumes,
        policy(),
        deviceRequests,
        cpu,
        memory,
        shmSize,
        privileged,
        files,
        true,
        true,
        Duration.ZERO,
        true);
  }

  private PullPolicy policy() {
    if (pullPolicy != null) {
      return pullPolicy;
    }
    return Boolean.FALSE.equals(pullImage) ? PullPolicy.NEVER : PullPolicy.IF_NOT_PRESENT;
  }
}
