package dev.legato.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.server.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {
  private static final String GREETING =
      """
      id: greeting
      namespace: demo
      inputs:
        - id: name
          type: STRING
        - id: times
          type: INT
          defaults: 1
      tasks:
        - id: hello
          type: io.kestra.plugin.core.log.Log
          message: "{{ inputs.name }} x {{ inputs.times }} for {{ labels.team ?? 'nobody' }}"
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"hello-world, 0, SUCCESS", "retry, 0, WARNING", "errors, 1, FAILED"})
  void theExitCodeTellsHowItEnded(String example, int exitCode, String state) {
    Ran ran = Ran.legato("run", example(example));

    assertThat(ran.exitCode()).isEqualTo(exitCode);
    assertThat(ran.out()).containsPattern("examples\\." + example + "  \\w+  " + state + " in \\d");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void everythingIsShownOnceInTheOrderOfTime() {
    Ran ran = Ran.legato("run", example("errors"));

    assertThat(shown(ran))
        .containsExactly(
            "ERROR    fail: the disk is full",
            "FAILED   fail",
            "WARN     alert: errors failed, telling somebody",
            "SUCCESS  alert");
    assertThat(ran.out().lines().filter(line -> line.matches("\\d\\d:.*")))
        .isSortedAccordingTo((a, b) -> a.substring(0, 12).compareTo(b.substring(0, 12)));
  }

  @Test
  void loopValuesTellTaskRunsApart() {
    assertThat(shown(Ran.legato("run", example("nested-loops"))))
        .contains("SUCCESS  label [a, 1]", "SUCCESS  label [b, 2]", "SUCCESS  box [a]")
        .endsWith("INFO     check: box b2", "SUCCESS  check");
  }

  @Test
  void outputsAreShownAtTheEnd() {
    assertThat(Ran.legato("run", example("outputs")).out())
        .endsWith("Outputs:%n  answer: 42%n".formatted());
  }

  @Test
  void whatTasksSayCannotSteerTheTerminal() throws IOException {
    String flow =
        write(
            "escape.yaml",
            """
            id: escape
            namespace: demo
            tasks:
              - id: log
                type: io.kestra.plugin.core.log.Log
                message: "\\e[2J wiped"
            outputs:
              - id: text
                type: STRING
                value: "\\e[2J wiped"
            """);

    assertThat(Ran.legato("run", flow).out())
        .contains("log: \uFFFD[2J wiped", "text: \uFFFD[2J wiped")
        .doesNotContain("\u001b[2J");
  }

  @Test
  void nothingThatIsOnlyOldIsComplainedAbout() {
    assertThat(Ran.legato("run", example("kestra-2023")).err()).isEmpty();
  }

  @Test
  void inputsAndLabelsComeFromTheCommandLine() throws IOException {
    String flow = write("greeting.yaml", GREETING);
    String text = write("name.txt", "Grace Hopper");
    String json = write("inputs.json", "{\"name\": \"Ada\", \"times\": 7}");

    assertThat(shown(Ran.legato("run", flow, "--input", "name=Ada=B")).getFirst())
        .endsWith("hello: Ada=B x 1 for nobody");
    assertThat(shown(Ran.legato("run", flow, "--input", "name=@" + text)).getFirst())
        .endsWith("hello: Grace Hopper x 1 for nobody");
    assertThat(shown(Ran.legato("run", flow, "--inputs", json, "--label", "team=data")).getFirst())
        .endsWith("hello: Ada x 7 for data");
    assertThat(shown(Ran.legato("run", flow, "--inputs", json, "--input", "times=2")).getFirst())
        .endsWith("hello: Ada x 2 for nobody");
  }

  @Test
  void allMistakesOfAFlowAreToldWithTheirPlaces() throws IOException {
    String flow =
        write(
            "typo.yaml",
            """
            id: typo
            namespace: demo
            tasks:
              - id: hello
                type: io.kestra.plugin.core.log.Lgo
              - id: hello
                type: io.kestra.plugin.core.log.Log
                message: "{{ 1 + }}"
                mesage: x
            """);

    Ran ran = Ran.legato("run", flow);

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith(flow + ":"))
        .anyMatch(line -> line.contains(":5:11: error: tasks[0].type: "))
        .anyMatch(line -> line.contains(":6:9: error: tasks[1].id: "))
        .anyMatch(line -> line.contains(":8:") && line.contains("tasks[1].message: "))
        .anyMatch(line -> line.contains(":9:5: ") && line.contains("Did you mean 'message'?"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                  | Input 'name' is missing. Give it with --input name=VALUE.
          --input=times=x         | Input 'times' must be a whole number
          --input=nam=Ada         | The flow has no input 'nam'. Did you mean 'name'?
          --input=name            | --input needs a name and a value
          --input=name=@none.txt  | There is no file none.txt.
          --inputs=none.json      | There is no file none.json.
          --label=team            | --label needs a name and a value
          --nonsense              | Unknown option: '--nonsense'
          """)
  void aMistakeOnTheCommandLineIsTold(String argument, String message) throws IOException {
    String flow = write("greeting.yaml", GREETING);

    Ran ran = argument == null ? Ran.legato("run", flow) : Ran.legato("run", flow, argument);

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains(message).doesNotContain("Exception");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void aFlowThatCannotBeReadIsNamed() throws IOException {
    assertThat(Ran.legato("run", "none.yaml"))
        .isEqualTo(new Ran(2, "", "There is no file none.yaml.%n".formatted()));
    assertThat(Ran.legato("run", folder.toString()).err()).contains("cannot be read");
    assertThat(Ran.legato("run", write("bad.yaml", "a: b: c")).err())
        .contains("bad.yaml:1:5: error");
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0});
    assertThat(Ran.legato("run", binary.toString()).err()).contains("is not UTF-8");
  }

  @Test
  void anInterruptKillsTheExecutionAndCleansUp() throws Exception {
    String flow =
        write(
            "slow.yaml",
            """
            id: slow
            namespace: demo
            tasks:
              - id: begin
                type: io.kestra.plugin.core.log.Log
                message: it has begun
              - id: nap
                type: io.kestra.plugin.core.flow.Sleep
                duration: PT1H
              - id: never
                type: io.kestra.plugin.core.log.Log
                message: it goes on
            """);
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    try (var child = ChildProcess.legato(temporary, "run", flow)) {
      assertThat(child.readUntil("it has begun")).contains("it has begun");
      child.interrupt();

      assertThat(child.readAll())
          .containsPattern("KILLED   nap")
          .containsPattern("demo\\.slow  \\w+  KILLED in ")
          .doesNotContain("it goes on", "Exception");
      assertThat(child.exitCode()).isEqualTo(130);
    }
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).noneMatch(path -> path.getFileName().toString().startsWith("legato-"));
    }
  }

  /** The lines of a run without times and durations. */
  private static List<String> shown(Ran ran) {
    return ran.out()
        .lines()
        .filter(line -> line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\d  .*"))
        .map(line -> line.substring(14).replaceFirst("  [\\d.]+ m?s( .*)?$", ""))
        .toList();
  }

  private static String example(String name) {
    return Checkout.root().resolve("examples").resolve(name + ".yaml").toString();
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
