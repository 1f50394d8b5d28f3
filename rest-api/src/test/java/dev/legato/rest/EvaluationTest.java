package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Expressions that people try out. */
class EvaluationTest {
  @TempDir private Path directory;
  private Installation installation;
  private JsonNode execution;

  @BeforeEach
  void runAFlow() {
    installation = new Installation(directory);
    installation.save("f", "inputs: [{id: who, type: STRING, defaults: Ada}]\n", "a", "b");
    String id =
        installation.post("/api/v1/executions/team/f?wait=true").json().get("id").asString();
    execution = installation.get("/api/v1/executions/" + id).json();
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  private String path(String more) {
    return "/api/v1/main/executions/" + execution.get("id").asString() + more;
  }

  private Reply evaluate(String more, String expression) {
    return installation.post(path(more), expression, "Content-Type", "text/plain");
  }

  @Test
  void anExpressionSeesTheExecution() {
    Reply reply = evaluate("/eval", "{{ inputs.who | upper }} {{ outputs.a.value }}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).hasToString("{\"result\":\"ADA a\",\"value\":\"ADA a\"}");
  }

  @Test
  void anExpressionThatStandsAloneHasAValue() {
    assertThat(evaluate("/actions/eval", "{{ tasks }}").json().get("value"))
        .hasToString("{\"a\":{\"state\":\"SUCCESS\"},\"b\":{\"state\":\"SUCCESS\"}}");
    assertThat(evaluate("/eval", "{{ null }}").json()).hasToString("{\"result\":\"\"}");
  }

  @Test
  void anExpressionSeesATaskRun() {
    String taskRun = execution.get("taskRunList").get(1).get("id").asString();

    assertThat(evaluate("/eval/" + taskRun, "{{ task.id }} {{ taskrun.id }}").json().get("result"))
        .hasToString("\"b " + taskRun + "\"");
    assertThat(evaluate("/actions/eval/" + taskRun, "{{ task.id }}").json().get("result"))
        .hasToString("\"b\"");
  }

  @Test
  void aMistakeIsANormalAnswer() {
    Reply reply = evaluate("/eval", "one\n{{ inputs.whom }}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json())
        .hasToString(
            "{\"error\":\"Unknown variable 'inputs.whom', in `{{ inputs.whom }}` at line 2\","
                + "\"line\":2}");
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThat(installation.post("/api/v1/executions/nope/eval", "{{ 1 }}").status())
        .isEqualTo(404);
    assertThat(evaluate("/eval/nope", "{{ 1 }}").json().get("message").asString())
        .contains("has no task run 'nope'");
  }
}
