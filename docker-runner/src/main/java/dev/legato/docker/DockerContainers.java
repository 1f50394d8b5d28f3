package dev.legato.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskLog.Level;
import dev.legato.plugin.process.DockerRunner;
import dev.legato.plugin.process.Program;
import dev.legato.plugin.process.ProgramEnd;
import dev.legato.process.Containers;
import dev.legato.process.output.OutputLimits;
import dev.legato.process.output.ProgramOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs each program in a container of its own. */
public final class DockerContainers implements Containers, AutoCloseable {
  private static final List<String> RUNNING = List.of("running");

  private final DockerRules rules;
  private final OutputLimits limits;
  private final Engines engines = new Engines();
  private Optional<Boolean> available = Optional.empty();

  public DockerContainers(DockerRules rules, OutputLimits limits) {
    this.rules = rules;
    this.limits = limits;
  }

  @Override
  public synchronized boolean areAvailable() {
    if (available.isEmpty()) {
      available = Optional.of(Engines.place(rules.host()).filter(engines::answers).isPresent());
    }
    return available.get();
  }

  @Override
  public ProgramEnd run(Program program, DockerRunner runner, TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    String host =
        Engines.place(runner.host() == null ? rules.host() : runner.host())
            .orElseThrow(
                () ->
                    new TaskFailure(
                        "There is no Docker engine: neither /var/run/docker.sock nor"
                            + " /dind/docker.sock exists. Mount the socket, set 'host', or use the"
                            + " task runner io.kestra.plugin.core.runner.Process."));
    try {
      return run(engines.client(host), program, runner, context);
    } catch (DockerException e) {
      throw new TaskFailure(
          "The Docker engine refused: " + String.valueOf(e.getMessage()).strip(), e);
    } catch (RuntimeException e) {
      if (Engines.isUnreachable(e)) {
        throw new TaskFailure(
            "The Docker engine at '%s' does not answer: %s. Mount its socket, set 'host', or use the task runner io.kestra.plugin.core.runner.Process."
                .formatted(host, Engines.reason(e)),
            e);
      }
      throw e;
    }
  }

  private ProgramEnd run(
      DockerClient client, Program program, DockerRunner runner, TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    var creation = new ContainerCreation(rules, program, runner, context.attempt());
    Optional<String> earlier = earlier(client, creation.labels(), runner, context);
    String id;
    if (earlier.isPresent()) {
      id = earlier.get();
      context.log().info("Going on with the container %s.".formatted(id));
    } else {
      new ImagePull(client, runner, context).prepare(creation.image());
      id = creation.create(client);
    }
    ProgramOutput output =
        new ProgramOutput(limits, context, program.errorsAreWarnings() ? Level.WARN : Level.ERROR);
    try (ContainerRun run = new ContainerRun(client, id, runner)) {
      if (earlier.isEmpty()) {
        new ContainerFiles(client, id, runner).copyInto(program);
        run.start();
      }
      if (!runner.waitForEnd()) {
        run.leave();
        return new ProgramEnd(0, Map.of(), 0, 0, details(id));
      }
      int code = run.await(output);
      new ContainerFiles(client, id, runner).copyBack(program);
      return new ProgramEnd(
          code, output.vars(), output.outputLines(), output.errorLines(), details(id));
    }
  }

  private static Map<String, String> details(String id) {
    return Map.of("containerId", id);
  }

  /** The container that an attempt of this task run has started on a server that died since. */
  private static Optional<String> earlier(
      DockerClient client, Map<String, String> labels, DockerRunner runner, TaskContext context) {
    Map<String, String> own =
        Map.of(ContainerCreation.TASK_RUN, labels.get(ContainerCreation.TASK_RUN));
    List<Container> found =
        client.listContainersCmd().withLabelFilter(own).withStatusFilter(RUNNING).exec();
    if (runner.resume() && context.attempt().number() == 0) {
      return found.stream().map(Container::getId).findFirst();
    }
    found.forEach(left -> client.removeContainerCmd(left.getId()).withForce(true).exec());
    return Optional.empty();
  }

  @Override
  public void close() {
    engines.close();
  }
}
