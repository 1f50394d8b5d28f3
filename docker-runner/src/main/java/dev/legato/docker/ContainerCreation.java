package dev.legato.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.DeviceRequest;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import dev.legato.plugin.Attempt;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.process.DockerRunner;
import dev.legato.plugin.process.DockerRunner.FileHandling;
import dev.legato.plugin.process.DockerRunner.Memory;
import dev.legato.plugin.process.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says to an engine which container a program needs. */
final class ContainerCreation {
  static final String TASK_RUN = "kestra.io/taskrun-id";
  private static final int LONGEST_LABEL = 63;
  private static final double NANOS = 1e9;

  private final DockerRules rules;
  private final Program program;
  private final DockerRunner runner;
  private final Map<String, String> labels;

  ContainerCreation(DockerRules rules, Program program, DockerRunner runner, Attempt attempt) {
    this.rules = rules;
    this.program = program;
    this.runner = runner;
    this.labels = labels(attempt);
  }

  private static Map<String, String> labels(Attempt attempt) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("kestra.io/namespace", label(attempt.namespace()));
    labels.put("kestra.io/flow-id", label(attempt.flowId()));
    labels.put("kestra.io/task-id", label(attempt.taskId()));
    labels.put("kestra.io/execution-id", label(attempt.executionId()));
    labels.put(TASK_RUN, label(attempt.taskRunId()));
    labels.put("kestra.io/taskrun-attempt", String.valueOf(attempt.number()));
    return labels;
  }

  private static String label(String text) {
    String cut = text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL);
    return cut.replaceAll("[-._]+$", "");
  }

  /** What tells containers of a task run from others. */
  Map<String, String> labels() {
    return labels;
  }

  String image() throws TaskFailure {
    String image = runner.image() == null ? program.image() : runner.image();
    if (image == null || image.isBlank()) {
      throw new TaskFailure("A container needs an image: set 'containerImage'.");
    }
    return image.strip();
  }

  /** The id of a new container. */
  String create(DockerClient client) throws TaskFailure {
    List<String> environment = new ArrayList<>();
    program.environment().forEach((name, value) -> environment.add(name + "=" + value));
    List<String> entryPoint = runner.entryPoint();
    CreateContainerCmd command =
        client
            .createContainerCmd(image())
            .withCmd(program.command())
            .withEntrypoint(entryPoint == null ? List.of("") : entryPoint)
            .withEnv(environment)
            .withWorkingDir(program.directory().toString())
            .withLabels(labels)
            .withHostConfig(hostConfig());
    if (runner.user() != null) {
      command.withUser(runner.user());
    }
    return command.exec().getId();
  }

  private HostConfig hostConfig() throws TaskFailure {
    HostConfig config = HostConfig.newHostConfig().withBinds(binds());
    String network = runner.networkMode();
    boolean privileged = Boolean.TRUE.equals(runner.privileged());
    if ((privileged || "host".equals(network)) && !rules.privilegedAllowed()) {
      throw new TaskFailure(
          "This server runs no privileged containers and none in the host's network; its operator"
              + " can allow it with legato.tasks.scripts.docker.privileged-enabled.");
    }
    config.withPrivileged(privileged);
    if (network != null) {
      config.withNetworkMode(network);
    }
    if (runner.extraHosts() != null) {
      config.withExtraHosts(runner.extraHosts().toArray(String[]::new));
    }
    if (runner.portBindings() != null) {
      config.withPortBindings(runner.portBindings().stream().map(PortBinding::parse).toList());
    }
    if (runner.shmSize() != null) {
      config.withShmSize(ByteSize.parse("shmSize", runner.shmSize()));
    }
    if (runner.deviceRequests() != null) {
      config.withDeviceRequests(
          runner.deviceRequests().stream().map(ContainerCreation::device).toList());
    }
    limit(config);
    return config;
  }

  private List<Bind> binds() throws TaskFailure {
    List<Bind> binds = new ArrayList<>();
    if (runner.volumes() != null && !runner.volumes().isEmpty()) {
      if (!rules.volumesAllowed()) {
        throw new TaskFailure(
            "This server mounts no folders of its host; its operator can allow 'volumes' with"
                + " legato.tasks.scripts.docker.volume-enabled.");
      }
      runner.volumes().stream().map(Bind::parse).forEach(binds::add);
    }
    if (runner.fileHandlingStrategy() == FileHandling.MOUNT) {
      binds.add(Bind.parse("%s:%s:rw".formatted(program.directory(), program.directory())));
      for (Path folder : program.folders()) {
        binds.add(Bind.parse("%s:%s:ro".formatted(folder, folder)));
      }
    }
    return binds;
  }

  private void limit(HostConfig config) throws TaskFailure {
    if (runner.cpu() != null && runner.cpu().cpus() != null) {
      config.withNanoCPUs((long) (runner.cpu().cpus() * NANOS));
    }
    Memory memory = runner.memory();
    if (memory == null) {
      return;
    }
    config
        .withMemory(size("memory", memory.memory()))
        .withMemorySwap(size("memorySwap", memory.memorySwap()))
        .withMemorySwappiness(size("memorySwappiness", memory.memorySwappiness()))
        .withMemoryReservation(size("memoryReservation", memory.memoryReservation()))
        .withKernelMemory(size("kernelMemory", memory.kernelMemory()))
        .withOomKillDisable(memory.oomKillDisable());
  }

  private static @Nullable Long size(String name, @Nullable String text) throws TaskFailure {
    return text == null ? null : ByteSize.parse("memory." + name, text);
  }

  private static DeviceRequest device(DockerRunner.DeviceRequest wanted) {
    return new DeviceRequest()
        .withDriver(wanted.driver())
        .withCount(wanted.count())
        .withDeviceIds(wanted.deviceIds())
        .withCapabilities(wanted.capabilities())
        .withOptions(wanted.options());
  }
}
