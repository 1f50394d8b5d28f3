package dev.legato.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.Flow;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateRequest;
import dev.legato.orchestrator.flow.FlowOutcome.Saved;
import dev.legato.server.LocalServer;
import dev.legato.server.config.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvalCommandTest {
  private static final String FLOW =
      """
      id: greet
      namespace: team
      inputs:
        - {id: who, type: STRING, defaults: you}
      variables:
        greeting: "Hello {{ inputs.who }}"
      tasks:
        - {id: say, type: io.kestra.plugin.core.debug.Return, format: "{{ render(vars.greeting) }}"}
      """;

  @TempDir private Path folder;

  private Path flow() throws IOException {
    return Files.writeString(folder.resolve("greet.yaml"), FLOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "\"a\" | upper -> A",
        "{{ 1 + 1 }} is two -> 2 is two",
        "[1, {\"a\": null}] -> [1,{\"a\":null}]",
      })
  void anExpressionIsEvaluatedWithoutAServer(String expression, String result) {
    assertThat(Ran.legato("eval", expression).out().strip()).isEqualTo(result);
  }

  @Test
  void theValueCanBeHadAsJson() {
    assertThat(Ran.legato("eval", "--json", "'a' | upper").out().strip()).isEqualTo("\"A\"");
    assertThat(Ran.legato("eval", "--json", "null").out().strip()).isEqualTo("null");
  }

  @Test
  void anExpressionSeesTheInputsAndVariablesOfAFlow() throws IOException {
    String file = flow().toString();

    assertThat(Ran.legato("eval", "render(vars.greeting)", "--flow", file).out().strip())
        .isEqualTo("Hello you");
    assertThat(
            Ran.legato("eval", "inputs.who ~ flow.id", "--flow", file, "--input", "who=Ada")
                .out()
                .strip())
        .isEqualTo("Adagreet");
    assertThat(Ran.legato("eval", "1", "--flow", file, "--input", "nobody=Ada"))
        .extracting(Ran::exitCode)
        .isEqualTo(ExitCode.INVALID);
  }

  @Test
  void aMistakeIsToldWithItsPlace() {
    Ran ran = Ran.legato("eval", "inputs.who");

    assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ran.err().strip())
        .isEqualTo("Unknown variable 'inputs', in `{{ inputs.who }}` at line 1");
  }

  @ParameterizedTest
  @CsvSource({"--execution,x,--flow,f", "--task-run,x,,", "--data,x,,", "--input,a=b,,"})
  void contradictionsAreRefused(String option, String value, String other, String otherValue) {
    Ran ran =
        other == null
            ? Ran.legato("eval", "1", option, value)
            : Ran.legato("eval", "1", option, value, other, otherValue);

    assertThat(ran.exitCode()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains(option);
  }

  @Test
  void aServerEvaluatesWithTheVariablesOfAnExecution() throws Exception {
    var http = ServerConfig.DEFAULTS.http().withPort(0);
    try (var server =
        LocalServer.start(folder.resolve("data"), ServerConfig.DEFAULTS.withHttp(http))) {
      ExecutionId execution = run(server);
      String address = "http://localhost:" + server.port() + "/";

      Ran ran = evaluate(address, execution.value(), "outputs.say.value");
      assertThat(ran.out().strip()).isEqualTo("Hello you");

      assertThat(evaluate(address, execution.value(), "outputs.nobody").err())
          .contains("Unknown variable 'outputs.nobody'");
      assertThat(evaluate(address, "nobody", "1").err()).contains("does not exist");
    }
  }

  @Test
  void anExecutionIsReadFromADataDirectoryWithAndWithoutAServer() throws Exception {
    var http = ServerConfig.DEFAULTS.http().withPort(0);
    Path data = folder.resolve("data");
    String execution;
    try (var server = LocalServer.start(data, ServerConfig.DEFAULTS.withHttp(http))) {
      execution = run(server).value();
      assertThat(stored(data, execution, "outputs.say.value").out().strip()).isEqualTo("Hello you");
    }

    assertThat(stored(data, execution, "inputs.who").out().strip()).isEqualTo("you");
    assertThat(stored(data, execution, "kv('x')").err()).contains("kv");
    assertThat(stored(data, "nobody", "1").err()).contains("There is no execution 'nobody'.");
    assertThat(data.resolve("in-use")).doesNotExist();
  }

  @Test
  void aDirectoryWithoutADatabaseIsNamed() {
    Ran ran = stored(folder, "x", "1");

    assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ran.err()).contains("There is no database in", folder.toString());
    assertThat(folder).isEmptyDirectory();
  }

  private static Ran stored(Path data, String execution, String expression) {
    return Ran.legato("eval", expression, "--data", data.toString(), "--execution", execution);
  }

  private static Ran evaluate(String address, String execution, String expression) {
    return Ran.legato("eval", expression, "--server", address, "--execution", execution);
  }

  private static ExecutionId run(LocalServer server) throws Exception {
    var saved = (Saved) server.application().flows().create(FLOW);
    Flow flow = Objects.requireNonNull(saved.flow().flow());
    var request = new CreateRequest(flow.id(), null, Map.of(), List.of(), null, null, null);
    var created = (Created) server.application().executions().create(request);
    server.application().orchestrator().ends().of(created.execution().id()).get();
    return created.execution().id();
  }

  @Test
  void aServerThatDoesNotAnswerIsNamed() {
    assertThat(evaluate("http://localhost:1", "x", "1").err())
        .startsWith("The server at http://localhost:1 cannot be reached");
  }
}
