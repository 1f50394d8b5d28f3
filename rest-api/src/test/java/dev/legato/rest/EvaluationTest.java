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

  private Reply render(String body) {
    return installation.post(
        "/api/v1/expressions/render", body, "Content-Type", "application/json");
  }

  @Test
  void severalExpressionsAreRenderedAtOnce() {
    Reply reply =
        render(
            "{\"expressions\":[\"{{ inputs.who }}\",\"{{ nope }}\"],\"executionId\":\"%s\"}"
                .formatted(execution.get("id").asString()));

    assertThat(reply.json().get("rendered")).hasToString("{\"{{ inputs.who }}\":\"Ada\"}");
    assertThat(reply.json().get("errors").get("{{ nope }}").asString())
        .contains("Unknown variable 'nope'");
  }

  @Test
  void expressionsAreRenderedWithTheDefaultsOfAFlow() {
    Reply stored =
        render(
            """
            {"expressions": ["{{ flow.id }} {{ inputs.who }}"], "namespace": "team", "flowId": "f"}
            """);
    Reply written =
        render(
            """
            {"expressions": ["{{ vars.x }}"],
             "flow": "id: w\\nnamespace: team\\nvariables: {x: 1}"}
            """);

    assertThat(stored.json().get("rendered").get("{{ flow.id }} {{ inputs.who }}").asString())
        .isEqualTo("f Ada");
    assertThat(written.json().get("rendered").get("{{ vars.x }}").asString()).isEqualTo("1");
  }

  @Test
  void expressionsAreRenderedWithoutAnyFlow() {
    assertThat(render("{\"expressions\": [\"{{ 1 + 1 }}\"]}").json())
        .hasToString("{\"rendered\":{\"{{ 1 + 1 }}\":\"2\"}}");
  }

  @Test
  void whatCannotBeRenderedIsRefused() {
    assertThat(render("{\"expressions\": \"x\"}").status()).isEqualTo(422);
    assertThat(render("{\"expressions\": [], \"flow\": \"[\"}").status()).isEqualTo(422);
    assertThat(render("{\"expressions\": [\"{{ 1 }}\"], \"executionId\": \"nope\"}").status())
        .isEqualTo(404);
    assertThat(
            render("{\"expressions\": [], \"namespace\": \"team\", \"flowId\": \"no\"}").status())
        .isEqualTo(404);
  }

  @Test
  void editorsLearnWhatAnExpressionCanUse() {
    installation.put("/api/v1/namespaces/team/kv/colour", "\"red\"");
    String source =
        """
        id: f
        namespace: team
        inputs: [{id: a.b, type: STRING}, {id: my-file, type: FILE}]
        variables: {deep: {one: 1}}
        tasks:
          - {id: first-one, type: test.Echo, text: "{{ secret('KEY') }}"}
          - {id: second, type: io.kestra.plugin.core.flow.If, condition: "{{ true }}", then: []}
          - {id: third, type: test.Echo, text: "{{ "}
        """;

    JsonNode found =
        installation
            .post("/api/v1/flows/expressions?taskId=third", source)
            .json()
            .get("categories");

    assertThat(found.get("taskOutputs"))
        .hasToString("[\"outputs['first-one']\",\"outputs.second.evaluationResult\"]");
    assertThat(found.get("inputs")).hasToString("[\"inputs.a.b\",\"inputs['my-file']\"]");
    assertThat(found.get("variables")).hasToString("[\"vars.deep.one\"]");
    assertThat(found.get("secrets")).hasToString("[\"secret('KEY')\"]");
    assertThat(found.get("kvPairs")).hasToString("[\"kv('colour')\"]");
    assertThat(found.get("filters").toString()).contains("\"upper\"");
    assertThat(found.get("functions").toString()).contains("\"fromJson(json)\"");
    assertThat(found.get("executionContext").toString()).contains("\"execution.id\"");
  }

  @Test
  void editorsAreHelpedEvenWhenTheSourceIsBroken() {
    Reply reply = installation.post("/api/v1/flows/expressions", "id: [");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().get("categories").get("taskOutputs")).isEmpty();
  }
}
