package dev.legato.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.process.ProcessRunner;
import dev.legato.plugin.process.Program;
import dev.legato.plugin.process.Program.Kind;
import dev.legato.plugin.process.ProgramEnd;
import dev.legato.process.tree.Mark;
import dev.legato.process.tree.MarkedProcesses;
import dev.legato.testkit.task.RecordingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LocalProgramsTest {
  private static final Map<String, String> SERVER =
      Map.of(
          "PATH", System.getenv("PATH"),
          "SECRET_DB", "aGVsbG8=",
          "LEGATO_PASSWORD", "hello",
          "AWS_KEY", "key",
          "HOME", "/tmp");

  @TempDir Path folder;
  private final RecordingContext context = new RecordingContext();
  private LocalPrograms programs;

  @BeforeEach
  void open() {
    programs = new LocalPrograms(config("test-life"), Containers.NONE);
  }

  private ProcessConfig config(String life) {
    ProcessConfig usual =
        ProcessConfig.in(
            folder.resolve("programs"), "test-" + ProcessHandle.current().pid(), life, SERVER);
    return new ProcessConfig(
        usual.folder(),
        usual.installation(),
        usual.life(),
        usual.serverVariables(),
        List.of("AWS_*", "SECRET_DB"),
        usual.interpreters(),
        usual.defaultPlace(),
        usual.maxProcesses(),
        Duration.ofMillis(500),
        usual.warm(),
        usual.output(),
        usual.packages());
  }

  @AfterEach
  void close() {
    programs.close();
  }

  private ProgramEnd shell(String script) throws TaskFailure, IOException, InterruptedException {
    return programs.run(program(script), new ProcessRunner(), context);
  }

  private Program program(String script) {
    return new Program(
        List.of("/bin/sh", "-c", script),
        folder,
        Map.of("OWN", "mine"),
        null,
        List.of(),
        Kind.ANY,
        false);
  }

  @Test
  void outputsLinesAndExitCodeAreTold() throws Exception {
    ProgramEnd end =
        shell(
            "echo hello; echo trouble >&2; echo '::{\"outputs\": {\"a\": [1]}}::'; printf end; exit"
                + " 3");

    assertThat(end.exitCode()).isEqualTo(3);
    assertThat(end.vars()).isEqualTo(Map.of("a", List.of(1)));
    assertThat(end.outputLines()).isEqualTo(3);
    assertThat(end.errorLines()).isEqualTo(1);
    assertThat(context.lines).containsExactlyInAnyOrder("INFO hello", "INFO end", "ERROR trouble");
  }

  @Test
  void aProgramSeesNoSecretOfTheServer() throws Exception {
    shell("env");

    assertThat(context.lines)
        .contains("INFO OWN=mine", "INFO AWS_KEY=key")
        .noneMatch(line -> line.contains("SECRET_DB") || line.contains("LEGATO_PASSWORD"));
  }

  @Test
  void aProgramReadsNothingFromItsInput() throws Exception {
    assertThat(shell("cat; echo end").exitCode()).isZero();
  }

  @Test
  void aProgramThatDoesNotExistIsNamed() {
    Program missing =
        new Program(List.of("/no/such"), folder, Map.of(), null, List.of(), Kind.ANY, false);

    assertThatThrownBy(() -> programs.find("nonesuch"))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("no program 'nonesuch'");
    assertThat(catchEnd(missing)).isNotZero();
  }

  // setsid says so itself, with exit code 127
  private int catchEnd(Program program) {
    try {
      return programs.run(program, new ProcessRunner(), context).exitCode();
    } catch (TaskFailure e) {
      return -1;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatAProgramLeavesInTheBackgroundEndsWithIt() throws Exception {
    shell(
        "sleep 1000 & setsid sleep 1000 & setsid sh -c 'trap \"\" TERM; sleep 1000' & echo"
            + " started");

    assertThat(context.lines).contains("INFO started");
    // the process's end may close its output before those in the background have left its group
    Awaiting.until(() -> MarkedProcesses.find(own()).isEmpty());
  }

  @Test
  void whatHasHiddenWellEndsALittleLater() throws Exception {
    shell(
        "setsid sh -c 'trap \"\" TERM HUP; sleep 1000' </dev/null >/dev/null 2>&1 & echo started");

    Awaiting.until(() -> MarkedProcesses.find(own()).isEmpty());
  }

  private Mark own() {
    return new Mark("test-" + ProcessHandle.current().pid() + "/test-life");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo go; sleep 1000",
        "trap '' TERM; echo go; while :; do sleep 1; done",
        "sh -c 'sleep 1000 & sleep 1000' & echo go; wait",
        "setsid sh -c 'trap \"\" TERM; exec >/dev/null 2>&1; sleep 1000' & echo go; sleep 1000",
        "(setsid sh -c '(setsid sleep 1000 &) ; sleep 1000' &) ; echo go; sleep 1000"
      })
  void anInterruptEndsTheWholeTree(String script) throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    CountDownLatch started = new CountDownLatch(1);
    context.log = (_, line) -> started.countDown();
    Thread task =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    shell(script);
                  } catch (Throwable e) {
                    thrown.set(e);
                  }
                });
    assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();

    task.interrupt();

    assertThat(task.join(Duration.ofSeconds(20))).isTrue();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(MarkedProcesses.find(own())).isEmpty();
  }

  @Test
  void aProgramMayEndByItselfWhenItIsAsked() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    context.log =
        (_, line) -> {
          context.lines.add(line);
          started.countDown();
        };
    Thread task =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    shell("trap 'echo bye; exit 0' TERM; echo go; while :; do sleep 0.05; done");
                  } catch (TaskFailure | IOException | InterruptedException e) {
                    context.lines.add(e.getClass().getSimpleName());
                  }
                });
    assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();

    task.interrupt();
    task.join();

    assertThat(context.lines).containsSubsequence("go", "bye", "InterruptedException");
  }

  @Test
  void aMillionLinesComeWhole() throws Exception {
    long[] lines = {0};
    long[] sum = {0};
    context.log =
        (_, line) -> {
          lines[0]++;
          sum[0] += Long.parseLong(line);
        };

    ProgramEnd end = shell("seq 1 1000000; echo '::{\"outputs\": {\"last\": true}}::'");

    assertThat(lines[0]).isEqualTo(1_000_000);
    assertThat(sum[0]).isEqualTo(500_000_500_000L);
    assertThat(end.vars()).isEqualTo(Map.of("last", true));
  }

  /** I16: also a process that has left its session, ignores TERM and writes nowhere. */
  @Test
  void killingTheServerByForceLeavesNoProcess() throws Exception {
    String installation = "doomed-" + ProcessHandle.current().pid();
    String script =
        "setsid sh -c 'trap \"\" TERM; exec >/dev/null 2>&1; sleep 1000' &"
            + " (setsid sh -c '(setsid sleep 1000 &); sleep 1000' &); echo started; sleep 1000";
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedServer.class.getName(),
                folder.toString(),
                installation,
                script)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(server.inputReader().readLine()).isEqualTo("started");
    Awaiting.until(() -> MarkedProcesses.find(new Mark(installation)).size() >= 6);

    server.destroyForcibly().waitFor();

    Awaiting.until(() -> MarkedProcesses.find(new Mark(installation)).isEmpty());
  }

  @Test
  void whatADeadServerHasLeftIsEndedByTheNext() throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sleep", "1000");
    String installation = "test-" + ProcessHandle.current().pid();
    builder.environment().put(Mark.VARIABLE, installation + "/dead/1");
    Process left = builder.start();

    new LocalPrograms(config("next"), Containers.NONE).close();

    assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(left.exitValue()).isEqualTo(137);
    assertThat(Files.exists(folder)).isTrue();
  }
}
