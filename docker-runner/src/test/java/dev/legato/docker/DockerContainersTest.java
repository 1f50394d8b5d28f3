package dev.legato.docker;

import static dev.legato.docker.SimulatedEngine.frame;
import static dev.legato.docker.SimulatedEngine.frames;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.process.DockerRunner;
import dev.legato.plugin.process.Program;
import dev.legato.plugin.process.Program.Kind;
import dev.legato.plugin.process.ProgramEnd;
import dev.legato.plugin.process.TaskRunner;
import dev.legato.plugin.type.ConversionException;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.process.output.OutputLimits;
import dev.legato.testkit.task.RecordingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DockerContainersTest {
  @TempDir Path home;
  private final RecordingContext context = new RecordingContext();
  private SimulatedEngine engine;
  private DockerContainers containers;
  private Path folder;

  @BeforeEach
  void start() throws IOException {
    engine = new SimulatedEngine();
    containers =
        new DockerContainers(new DockerRules(engine.host(), false, false), OutputLimits.DEFAULTS);
    folder = Files.createDirectory(home.resolve("attempt-1"));
  }

  @AfterEach
  void stop() {
    containers.close();
    engine.close();
  }

  private ProgramEnd run(Map<String, ?> properties)
      throws TaskFailure, IOException, InterruptedException, ConversionException {
    Map<String, Object> all = new HashMap<>(properties);
    all.put("type", "io.kestra.plugin.scripts.runner.docker.Docker");
    return containers.run(program(), runner(all), context);
  }

  private Program program() {
    return new Program(
        List.of("/bin/sh", "-c", "true"),
        folder,
        Map.of("A", "b"),
        "ubuntu",
        List.of(),
        Kind.ANY,
        false);
  }

  /** As a flow would say it. */
  private static DockerRunner runner(Map<String, ?> properties) throws ConversionException {
    return (DockerRunner) Runners.of(properties);
  }

  @Test
  void aProgramRunsInAContainerOfItsOwn() throws Exception {
    Files.writeString(folder.resolve("in.txt"), "hello");
    engine.results.put("attempt-1/out.txt", "result");
    engine.exitCode = 3;
    engine.frames =
        frames(
            frame(1, "one\n::{\"outp"),
            frame(2, "trouble\n"),
            frame(1, "uts\":{\"a\":1}}::\nlast"));

    ProgramEnd end = run(Map.of());

    assertThat(end.exitCode()).isEqualTo(3);
    assertThat(end.vars()).isEqualTo(Map.of("a", 1));
    assertThat(end.details()).isEqualTo(Map.of("containerId", SimulatedEngine.CONTAINER));
    assertThat(context.lines).containsExactlyInAnyOrder("INFO one", "INFO last", "ERROR trouble");
    assertThat(engine.files).containsEntry(folder + "/in.txt", "hello");
    assertThat(folder.resolve("out.txt")).content().isEqualTo("result");
    assertThat(engine.created.get("WorkingDir").asString()).isEqualTo(folder.toString());
    assertThat(engine.created.get("Env").get(0).asString()).isEqualTo("A=b");
    assertThat(engine.created.get("Labels").get("kestra.io/taskrun-id").asString())
        .isEqualTo("taskrun1");
    assertThat(engine.calls("DELETE")).hasSize(1);
  }

  @Test
  void anEngineCanBeReachedOverItsSocketFile() throws Exception {
    engine.frames = frames(frame(1, "over the socket\n"));
    try (var socket = new UnixSocket(home.resolve("docker.sock"), engine.port());
        var local =
            new DockerContainers(
                new DockerRules(socket.host(), false, false), OutputLimits.DEFAULTS)) {
      assertThat(local.areAvailable()).isTrue();

      ProgramEnd end = local.run(program(), DockerRunner.DEFAULTS, context);

      assertThat(end.exitCode()).isZero();
      assertThat(context.lines).containsExactly("INFO over the socket");
    }
  }

  @Test
  void whatComesBackStaysInTheFolder() throws Exception {
    Files.createDirectory(home.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("link"), home.resolve("elsewhere"));
    engine.results.put("attempt-1/../../evil.txt", "x");
    engine.results.put("attempt-1/link/evil.txt", "x");
    engine.results.put("attempt-1/passwd", "->/etc/passwd");
    engine.results.put("attempt-1/good.txt", "x");

    run(Map.of());

    assertThat(home.resolve("evil.txt")).doesNotExist();
    assertThat(home.resolve("elsewhere")).isEmptyDirectory();
    assertThat(folder.resolve("passwd")).doesNotExist();
    assertThat(folder.resolve("good.txt")).exists();
  }

  @Test
  void aKilledTaskKillsAndRemovesItsContainer() throws Exception {
    engine.endsByItself = false;
    engine.frames = frame(1, "started\n");
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread task =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    run(Map.of());
                  } catch (Throwable e) {
                    thrown.set(e);
                  }
                });
    assertThat(engine.running.await(20, TimeUnit.SECONDS)).isTrue();

    task.interrupt();
    task.join();

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(engine.calls("POST /containers/c0ffee/kill", "DELETE")).hasSize(2);
  }

  @Test
  void aMissingImageIsPulledUntilTheRegistryAnswers() throws Exception {
    engine.hasImage = false;
    engine.failingPulls.set(2);

    run(Map.of("credentials", Map.of("username", "me", "password", "secret")));

    assertThat(engine.calls("PULL")).hasSize(3).allMatch(call -> call.contains("tag=latest"));
    assertThat(engine.registryAuth).isNotEqualTo("null");
    assertThat(context.lines).hasSize(2).allMatch(line -> line.contains("registry in trouble"));
  }

  @Test
  void anImageThatIsNeverPulledIsNot() throws Exception {
    engine.hasImage = false;

    run(Map.of("pullPolicy", "NEVER"));

    assertThat(engine.calls("PULL")).isEmpty();
  }

  @Test
  void limitsReachTheEngine() throws Exception {
    run(
        Map.of(
            "cpu", Map.of("cpus", 1.5),
            "memory", Map.of("memory", "512MB"),
            "shmSize", "64m",
            "user", "1000",
            "extraHosts", List.of("db:10.0.0.1"),
            "entryPoint", List.of("/init")));

    var host = engine.created.get("HostConfig");
    assertThat(host.get("NanoCpus").asLong()).isEqualTo(1_500_000_000L);
    assertThat(host.get("Memory").asLong()).isEqualTo(512L << 20);
    assertThat(host.get("ShmSize").asLong()).isEqualTo(64L << 20);
    assertThat(engine.created.get("User").asString()).isEqualTo("1000");
    assertThat(engine.created.get("Entrypoint").get(0).asString()).isEqualTo("/init");
  }

  @Test
  void whatEndangersTheHostIsRefused() {
    for (Map<String, ?> properties :
        List.<Map<String, ?>>of(
            Map.of("privileged", true),
            Map.of("networkMode", "host"),
            Map.of("volumes", List.of("/:/host")))) {
      assertThatThrownBy(() -> run(properties))
          .isInstanceOf(TaskFailure.class)
          .hasMessageContaining("its operator can allow");
    }
    assertThat(engine.created).isNull();
  }

  @Test
  void aFirstAttemptGoesOnWithWhatADeadServerHasStarted() throws Exception {
    engine.hasEarlierContainer = true;
    engine.frames = frame(1, "still here\n");

    ProgramEnd end = run(Map.of());

    assertThat(end.exitCode()).isZero();
    assertThat(context.lines).contains("INFO still here");
    assertThat(engine.created).isNull();
  }

  @Test
  void withoutAnEngineTheRemedyIsNamed() {
    engine.close();

    assertThat(containers.areAvailable()).isFalse();
    assertThatThrownBy(() -> run(Map.of()))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("does not answer")
        .hasMessageContaining("io.kestra.plugin.core.runner.Process");
  }

  /** Reads runners as the language does. */
  private static final class Runners {
    private static TaskRunner of(Map<String, ?> properties) throws ConversionException {
      TypeCatalog types = TypeCatalog.of(List.of(Runners.class.getClassLoader()));
      return ((Holder)
              types.binder("test.Holder").orElseThrow().bind(Map.of("taskRunner", properties)))
          .taskRunner();
    }
  }
}
