package dev.legato.plugins.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.scripts.legacy.LegacyResult;
import dev.legato.plugins.scripts.run.ScriptResult;
import dev.legato.process.Containers;
import dev.legato.process.LocalPrograms;
import dev.legato.process.ProcessConfig;
import dev.legato.process.ProcessConfig.DefaultPlace;
import dev.legato.process.ProcessConfig.Packages;
import dev.legato.testkit.task.RecordingContext;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ScriptTasksTest {
  private static final String SHELL = "io.kestra.plugin.scripts.shell.Commands";
  private static final String PYTHON = "io.kestra.plugin.scripts.python.Script";
  private static final String OLD = "io.kestra.core.tasks.scripts.";

  @TempDir Path home;
  private RecordingContext context;
  private LocalPrograms programs;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("wheels"));
    ProcessConfig usual =
        ProcessConfig.in(
            home.resolve("programs"),
            "scripts-test-" + ProcessHandle.current().pid(),
            "life",
            Map.of("PATH", home.resolve("bin") + ":" + System.getenv("PATH")));
    programs =
        new LocalPrograms(
            new ProcessConfig(
                usual.folder(),
                usual.installation(),
                usual.life(),
                usual.serverVariables(),
                List.of(),
                Map.of("python", "/usr/bin/python3"),
                DefaultPlace.PROCESS,
                usual.maxProcesses(),
                usual.killGrace(),
                true,
                usual.output(),
                new Packages(null, home.resolve("wheels"), true, 1 << 30)),
            Containers.NONE);
    context = new RecordingContext(home.resolve("work"), programs);
  }

  @AfterEach
  void close() {
    programs.close();
  }

  private ScriptResult shell(String... commands) throws Exception {
    return (ScriptResult) context.run(SHELL, Map.of("commands", List.of(commands)));
  }

  @Test
  void commandsShareOneShellAndOneFolder() throws Exception {
    ScriptResult result =
        shell(
            "a=5",
            "pwd",
            "echo '::{\"outputs\":{\"a\":'$a',\"dir\":\"'{{ workingDir }}'\"}}::'",
            "echo $WORKING_DIR");

    String folder = home.resolve("work").toRealPath().toString();
    assertThat(result.vars()).isEqualTo(Map.of("a", 5, "dir", folder));
    assertThat(context.lines).containsExactly("INFO " + folder, "INFO " + folder);
  }

  @Test
  void theFirstFailureEndsTheScriptAndKeepsWhatThereIs() {
    TaskFailure failure =
        catchThrowableOfType(
            TaskFailure.class,
            () ->
                context.run(
                    SHELL,
                    Map.of(
                        "outputFiles",
                        List.of("*.txt"),
                        "commands",
                        List.of("echo 1 > a.txt", "echo '::{\"outputs\":{\"x\":1}}::'", "false"))));

    assertThat(failure).hasMessage("Command failed with exit code 1");
    ScriptResult kept = (ScriptResult) failure.outputs();
    assertThat(kept.vars()).isEqualTo(Map.of("x", 1));
    assertThat(kept.outputFiles()).containsOnlyKeys("a.txt");
  }

  @Test
  void withoutFailFastTheLastCommandCounts() throws Exception {
    ScriptResult result =
        (ScriptResult)
            context.run(SHELL, Map.of("failFast", false, "commands", List.of("false", "true")));

    assertThat(result.exitCode()).isZero();
  }

  @Test
  void withoutAnInterpreterTheCommandsAreAProgramAndItsArguments() throws Exception {
    context.run(
        SHELL,
        Map.of("interpreter", List.of(), "commands", List.of("printf", "%s-", "a b", "$HOME")));

    assertThat(context.lines).containsExactly("INFO a b-$HOME-");
    assertThatThrownBy(
            () ->
                context.run(
                    SHELL,
                    Map.of(
                        "interpreter",
                        List.of(),
                        "beforeCommands",
                        List.of("true"),
                        "commands",
                        List.of("true"))))
        .hasMessageContaining("need a shell");
  }

  @Test
  void aPatternMayBeginWithTheFolderItself() throws Exception {
    ScriptResult result =
        (ScriptResult)
            context.run(
                SHELL,
                Map.of(
                    "outputFiles",
                    List.of("./a.txt", "./**/b.txt"),
                    "commands",
                    List.of("mkdir c", "echo 1 > a.txt", "echo 2 > b.txt", "echo 3 > c/b.txt")));

    assertThat(result.outputFiles()).containsOnlyKeys("a.txt", "b.txt", "c/b.txt");
  }

  @Test
  void filesGoInAndOut() throws Exception {
    URI earlier = context.files.put("earlier.csv", "1,2\n");
    ScriptResult result =
        (ScriptResult)
            context.run(
                SHELL,
                Map.of(
                    "inputFiles",
                    Map.of("dir/in.csv", earlier.toString(), "made.txt", "in {{ workingDir }}"),
                    "outputFiles",
                    List.of("**.csv", "out/*", "{a,b}.txt", "nothing/*"),
                    "commands",
                    List.of(
                        "mkdir out",
                        "cp dir/in.csv top.csv",
                        "cat " + earlier + " > out/copy",
                        "echo b > b.txt; echo c > c.txt; ln -s /etc/passwd a.txt")));

    assertThat(result.outputFiles()).containsOnlyKeys("b.txt", "dir/in.csv", "out/copy", "top.csv");
    assertThat(context.files.text(result.outputFiles().get("out/copy"))).isEqualTo("1,2\n");
    assertThat(home.resolve("work/made.txt")).content().startsWith("in /");
  }

  @Test
  void theScriptItselfIsNoOutputFile() throws Exception {
    ScriptResult result =
        (ScriptResult)
            context.run(
                PYTHON,
                Map.of("outputFiles", List.of("**"), "script", "open('rows.csv', 'w').write('1')"));

    assertThat(result.outputFiles()).containsOnlyKeys("rows.csv");
  }

  @Test
  void inputFilesMayBeJsonOrAList() throws Exception {
    URI earlier = context.files.put("earlier.csv", "1,2\n");

    context.run(
        SHELL,
        Map.of(
            "inputFiles", "{\"a.txt\": \"x\", \"b\": null}", "commands", List.of("cat a.txt b")));
    context.run(
        SHELL,
        Map.of("inputFiles", List.of(earlier.toString()), "commands", List.of("cat earlier.csv")));

    assertThat(context.lines).containsExactly("INFO x", "INFO 1,2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/tmp/x", "./x", "a/../../x", "", "link/x"})
  void aFileNameLeadsNowhereElse(String name) throws Exception {
    Files.createDirectories(home.resolve("work"));
    Files.createDirectories(home.resolve("elsewhere"));
    Files.createSymbolicLink(home.resolve("work/link"), home.resolve("elsewhere"));

    assertThatThrownBy(
            () ->
                context.run(
                    SHELL, Map.of("inputFiles", Map.of(name, "x"), "commands", List.of("true"))))
        .isInstanceOf(TaskFailure.class)
        .hasMessageMatching(".*(only relative path is supported|behind a link).*");
    assertThat(home.resolve("elsewhere")).isEmptyDirectory();
  }

  @Test
  void everyFileOfTheOutputDirectoryIsKept() throws Exception {
    ScriptResult result =
        shell(
            "mkdir {{ outputDir }}/deep",
            "echo 1 > {{ outputDir }}/deep/a",
            "echo 2 > $OUTPUT_DIR/b");

    assertThat(result.outputFiles()).containsOnlyKeys("b", "deep/a");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ruby,       ruby,          .rb
          r,          Rscript,       .R
          julia,      julia,         .jl
          php,        php,           .php
          lua,        lua,           .lua
          go,         go run,        .go
          bun,        bun run,       .ts
          deno,       deno run,      .ts
          groovy,     groovy,        .groovy
          jbang,      jbang --quiet, .java
          dotnet,     dotnet-script, .csx
          """)
  void aLanguageRunsItsProgramOnTheScript(String language, String launch, String extension)
      throws Exception {
    Path stub = home.resolve("bin").resolve(launch.split(" ")[0]);
    Files.writeString(stub, "#!/bin/sh\necho ${0##*/} \"$@\"\ncat \"$WORKING_DIR\"/script-*\n");
    Files.setPosixFilePermissions(stub, PosixFilePermissions.fromString("rwxr-xr-x"));

    context.run(
        "io.kestra.plugin.scripts.%s.Script".formatted(language), Map.of("script", "some text"));

    assertThat(context.lines.getFirst())
        .matches("INFO %s /.*/script-.*\\%s".formatted(launch, extension));
    assertThat(context.lines.getLast()).isEqualTo("INFO some text");
  }

  @Test
  void aProgramThatIsNotInstalledIsNamed() {
    assertThatThrownBy(
            () -> context.run("io.kestra.plugin.scripts.julia.Script", Map.of("script", "x")))
        .hasMessageContaining("There is no program 'julia'");
    assertThatThrownBy(
            () ->
                context.run(
                    SHELL,
                    Map.of(
                        "interpreter",
                        List.of("no-such-shell", "-c"),
                        "commands",
                        List.of("true"))))
        .hasMessageContaining("There is no program 'no-such-shell'");
  }

  @Test
  void requirementsThatCannotBeInstalledAreToldWithoutWhatCameBefore() {
    assertThatThrownBy(
            () ->
                context.run(
                    PYTHON, Map.of("dependencies", List.of("no-such-package"), "script", "1")))
        .hasMessageContaining("cannot be installed (exit code 1): ERROR:")
        .hasMessageContaining("No matching distribution found for no-such-package")
        .hasMessageNotContaining("Looking in links");
  }

  @Test
  void pythonTalksToTheServer() throws Exception {
    ScriptResult result =
        (ScriptResult)
            context.run(
                PYTHON,
                Map.of(
                    "env",
                    Map.of("WHO", "me"),
                    "script",
                    """
                    import os, sys
                    from kestra import Kestra
                    Kestra.outputs({"who": os.environ["WHO"], "name": __name__, "flag": true})
                    Kestra.counter("rows", 2)
                    Kestra.gauge("level", 1.5)
                    Kestra.timer("work", lambda: None)
                    Kestra.logger().debug("deep")
                    print("plain", file=sys.stderr)
                    """));

    assertThat(result.vars()).isEqualTo(Map.of("who", "me", "name", "__main__", "flag", true));
    assertThat(context.figures)
        .contains("count rows 2.0 {}", "gauge level 1.5 {}")
        .anyMatch(figure -> figure.startsWith("time work "));
    assertThat(context.lines)
        .contains("ERROR plain")
        .anyMatch(line -> line.startsWith("DEBUG ") && line.endsWith(" - deep"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          raise ValueError('no')        | 1  | ERROR ValueError: no
          import sys; sys.exit(7)       | 7  |
          import os; os._exit(3)        | 3  |
          import os; os.kill(os.getpid(), 9) | 137 |
          import sys; sys.exit('words') | 1  | ERROR words
          """)
  void aPythonScriptEndsAsItWants(String script, int code, String line) {
    assertThatThrownBy(() -> context.run(PYTHON, Map.of("script", script)))
        .hasMessage("Command failed with exit code " + code);
    if (line != null) {
      assertThat(context.lines).contains(line).noneMatch(each -> each.contains("zygote"));
    }
  }

  @Test
  void requirementsComeFromAFolder() throws Exception {
    wheel("greeting", "def hello():\n    return 'hello'\n");
    String main =
        "import greeting\nfrom kestra import Kestra\nKestra.outputs({'a': greeting.hello()})\n";
    Map<String, ?> old =
        Map.of("inputFiles", Map.of("main.py", main), "requirements", List.of("greeting"));

    LegacyResult first = (LegacyResult) context.run(OLD + "Python", old);
    LegacyResult second = (LegacyResult) context.run(OLD + "Python", old);
    ScriptResult modern =
        (ScriptResult)
            context.run(PYTHON, Map.of("script", main, "dependencies", List.of("greeting==1.0")));

    assertThat(first.vars()).isEqualTo(Map.of("a", "hello")).isEqualTo(second.vars());
    assertThat(modern.vars()).isEqualTo(Map.of("a", "hello"));
    assertThat(context.lines.stream().filter(line -> line.contains("Successfully installed")))
        .hasSize(2);
  }

  @Test
  void aRequirementThatDoesNotExistSaysWhatPipSaid() {
    assertThatThrownBy(
            () ->
                context.run(
                    PYTHON, Map.of("script", "pass", "dependencies", List.of("nonesuch-package"))))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("nonesuch-package")
        .hasMessageContaining("No matching distribution");
  }

  @Test
  void anEnvironmentInTheFolderIsThereForOtherCommands() throws Exception {
    wheel("greeting", "def hello():\n    return 'hello'\n");

    LegacyResult result =
        (LegacyResult)
            context.run(
                OLD + "Python",
                Map.of(
                    "requirements",
                    List.of("greeting"),
                    "commands",
                    List.of(
                        "./bin/python -c \"import greeting, sys; print(greeting.hello(),"
                            + " sys.prefix)\"",
                        "./bin/pip --version > pip.txt"),
                    "inputFiles",
                    Map.of("main.py", "")));

    assertThat(result.exitCode()).isZero();
    assertThat(context.lines.getLast())
        .isEqualTo("INFO hello " + home.resolve("work").toRealPath());
    assertThat(home.resolve("work/pip.txt")).content().startsWith("pip ");
  }

  @Test
  void bashOf2023FillsFilesAndFolders() throws Exception {
    LegacyResult result =
        (LegacyResult)
            context.run(
                OLD + "Bash",
                Map.of(
                    "outputFiles",
                    List.of("rows"),
                    "files",
                    List.of("empty"),
                    "outputDirs",
                    List.of("parts"),
                    "commands",
                    List.of(
                        "echo 1 > {{ outputFiles.rows }}",
                        "echo 2 > {{ outputDirs.parts }}/two.txt",
                        "test -f {{ temp.empty }}",
                        "echo careful >&2")));

    assertThat(result.outputFiles()).containsOnlyKeys("rows", "empty", "parts/two.txt");
    assertThat(result.files()).isEqualTo(result.outputFiles());
    assertThat(context.files.text(result.outputFiles().get("rows"))).isEqualTo("1\n");
    assertThat(context.lines).containsExactly("WARN careful");
    assertThat(result.stdErrLineCount()).isEqualTo(1);
  }

  @Test
  void aCommandLongerThanAnArgumentGoesThroughAFile() throws Exception {
    LegacyResult result =
        (LegacyResult)
            context.run(
                OLD + "Bash",
                Map.of("commands", List.of("echo " + "x".repeat(200_000) + " | wc -c")));

    assertThat(result.exitCode()).isZero();
    assertThat(context.lines).containsExactly("INFO 200001");
  }

  @Test
  void nodeOf2023HasItsModule() throws Exception {
    LegacyResult result =
        (LegacyResult)
            context.run(
                OLD + "Node",
                Map.of(
                    "inputFiles",
                    Map.of(
                        "main.js",
                        "const Kestra = require('./kestra'); Kestra.outputs({a: process.argv[2]});"
                            + " Kestra.logger().warn('careful \u2028 here');"),
                    "args",
                    List.of("b")));

    assertThat(result.vars()).isEqualTo(Map.of("a", "b"));
    assertThat(context.lines).singleElement().asString().contains("careful \u2028 here");
  }

  /** A package of one file, as a wheel. */
  private void wheel(String name, String code) throws IOException {
    String info = name + "-1.0.dist-info/";
    Path file = home.resolve("wheels").resolve(name + "-1.0-py3-none-any.whl");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> entry :
          Map.of(
                  name + ".py",
                  code,
                  info + "METADATA",
                  "Metadata-Version: 2.1\nName: %s\nVersion: 1.0\n".formatted(name),
                  info + "WHEEL",
                  "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
                  info + "RECORD",
                  "")
              .entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }
}
