package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class ActionsTest {
  private static final String ONE = "/api/v1/main/executions/";
  private static final String LIMITED = "concurrency:\n  limit: 1\n  behavior: QUEUE\n";
  private static final String ASKING =
      """
      id: asking
      namespace: team
      tasks:
        - id: ask
          type: io.kestra.plugin.core.flow.Pause
          onResume:
            - id: reason
              type: STRING
        - id: after
          type: test.Echo
          text: hello
      """;

  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void open() {
    site = new Installation(directory);
    site.save("quick", "", "one", "two");
    site.save("long", "", "hold", "last");
    site.save("broken", "", "first", "fail");
    site.save("limited", LIMITED, "hold");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private String start(String flow) {
    return site.post(ONE + "team/" + flow).json().get("id").asString();
  }

  private String run(String flow) {
    return site.post(ONE + "team/" + flow + "?wait=true").json().get("id").asString();
  }

  private String state(String id) {
    return state(site.get(ONE + id).json());
  }

  private static String state(JsonNode execution) {
    return execution.get("state").get("current").asString();
  }

  private void await(String id, String state) {
    while (!state(id).equals(state)) {
      Thread.onSpinWait();
    }
  }

  private String started(String flow) {
    String id = start(flow);
    await(id, "RUNNING");
    return id;
  }

  private static String taskRun(JsonNode execution, String task) {
    for (JsonNode run : execution.get("taskRunList")) {
      if (run.get("taskId").asString().equals(task)) {
        return run.get("id").asString();
      }
    }
    throw new AssertionError("There is no task run of " + task + " in " + execution);
  }

  private static String ids(String... ids) {
    return "[\"" + String.join("\",\"", ids) + "\"]";
  }

  private Reply delete(String path, String body) {
    return site.send(site.request(path).method("DELETE", BodyPublishers.ofString(body)).build());
  }

  private static void assertBulk(Reply reply, int count) {
    assertThat(reply.status()).as("%s", reply.json()).isEqualTo(200);
    assertThat(reply.json().get("count").asInt()).isEqualTo(count);
    assertThat(reply.json().get("totalItems").asInt()).isEqualTo(count);
    assertThat(reply.json().get("operationId").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/pause", "/actions/pause"})
  void aPausedExecutionStartsNothingUntilItIsResumed(String path) {
    String id = started("long");

    Reply paused = site.post(ONE + id + path);
    assertThat(paused.status()).as("%s", paused.json()).isEqualTo(200);
    assertThat(paused.json().get("id").asString()).isEqualTo(id);
    await(id, "PAUSED");
    site.release();
    assertThat(site.post(ONE + id + path).status()).isEqualTo(409);

    Reply resumed = site.post(ONE + id + path.replace("pause", "resume"));
    assertThat(resumed.status()).as("%s", resumed.json()).isEqualTo(200);
    await(id, "SUCCESS");
    assertThat(site.post(ONE + id + "/resume").status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/resume-from-breakpoint", "/actions/resume-from-breakpoint"})
  void anExecutionStopsAtItsBreakpoints(String path) {
    assertThat(site.post("/api/v1/flows", STEPS).status()).isEqualTo(200);
    Reply created = site.post(ONE + "team/steps?breakpoints=b,c.nothing");
    assertThat(created.status()).as("%s", created.json()).isEqualTo(200);
    String id = created.json().get("id").asString();
    await(id, "BREAKPOINT");
    assertThat(site.get(ONE + id).json().get("breakpoints").toString())
        .isEqualTo("[{\"id\":\"b\"},{\"id\":\"c\",\"value\":\"nothing\"}]");
    assertThat(site.post(ONE + id + "/resume").status()).isEqualTo(409);

    Reply resumed = site.post(ONE + id + path + "?breakpoints=c");
    assertThat(resumed.status()).as("%s", resumed.json()).isEqualTo(200);
    await(id, "BREAKPOINT");
    assertThat(site.get(ONE + id).json().get("taskRunList").size()).isEqualTo(3);
    assertThat(site.post(ONE + id + path).status()).isEqualTo(200);
    await(id, "SUCCESS");
    assertThat(site.post(ONE + id + path).status()).isEqualTo(409);

    Reply replayed = site.post(ONE + id + "/replay?breakpoints=a");
    String again = replayed.json().get("id").asString();
    await(again, "BREAKPOINT");
    assertThat(site.post(ONE + again + path + "?breakpoints=").status()).isEqualTo(200);
    await(again, "SUCCESS");
  }

  @Test
  void breakpointsStandAtTasksThatTheFlowHas() {
    assertThat(site.post("/api/v1/flows", STEPS).status()).isEqualTo(200);
    Reply unknown = site.post(ONE + "team/steps?breakpoints=b,x,y.1,x.2");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.json().get("message").asString())
        .contains("Flow 'team.steps' has no task 'x', 'y' to stop at in revision 1.");
    assertThat(site.get("/api/v1/executions/search").json().get("total").asInt()).isZero();

    String id = site.post(ONE + "team/steps?breakpoints=b").json().get("id").asString();
    await(id, "BREAKPOINT");
    Reply resumed = site.post(ONE + id + "/resume-from-breakpoint?breakpoints=x");
    assertThat(resumed.status()).isEqualTo(409);
    assertThat(resumed.json().get("message").asString())
        .contains("The flow has no task 'x' to stop at.");
    assertThat(site.post(ONE + id + "/resume-from-breakpoint?breakpoints=").status())
        .isEqualTo(200);
    await(id, "SUCCESS");

    Reply replayed = site.post(ONE + id + "/replay?breakpoints=x");
    assertThat(replayed.status()).isEqualTo(422);
    assertThat(replayed.json().get("message").asString()).contains("has no task 'x' to stop at");
  }

  private static final String STEPS =
      """
      id: steps
      namespace: team
      tasks:
        - {id: a, type: test.Echo, text: a}
        - {id: b, type: test.Echo, text: b}
        - {id: c, type: test.Echo, text: c}
      """;

  @Test
  void aPauseIsOverOnceItsQuestionsAreAnswered() {
    assertThat(site.post("/api/v1/flows", ASKING).status()).isEqualTo(200);
    String id = start("asking");
    await(id, "PAUSED");

    Reply refused = site.post(ONE + id + "/resume");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("_embedded").get("errors").findValuesAsString("path"))
        .containsExactly("inputs.reason");
    String form = "--b\r\nContent-Disposition: form-data; name=\"reason\"\r\n\r\nfine\r\n--b--\r\n";
    Reply resumed =
        site.post(ONE + id + "/resume", form, "Content-Type", "multipart/form-data; boundary=b");

    assertThat(resumed.status()).as("%s", resumed.json()).isEqualTo(200);
    await(id, "SUCCESS");
    assertThat(site.get(ONE + id).json().toString()).contains("\"reason\":\"fine\"");
  }

  @Test
  void aFailedExecutionGoesOnWhereItFailed() {
    String id = run("broken");
    assertThat(state(id)).isEqualTo("FAILED");
    site.repaired = true;

    Reply restarted = site.post(ONE + id + "/restart");

    assertThat(restarted.status()).as("%s", restarted.json()).isEqualTo(200);
    assertThat(restarted.json().get("id").asString()).isEqualTo(id);
    assertThat(restarted.json().get("metadata").get("attemptNumber").asInt()).isEqualTo(2);
    await(id, "SUCCESS");
    assertThat(site.post(ONE + id + "/restart").status()).isEqualTo(409);
    assertThat(site.post(ONE + "nothing/restart").status()).isEqualTo(404);
  }

  @Test
  void aReplayIsANewExecution() {
    String id = run("quick");
    JsonNode source = site.get(ONE + id).json();

    Reply replayed = site.post(ONE + id + "/replay?taskRunId=" + taskRun(source, "two"));

    assertThat(replayed.status()).as("%s", replayed.json()).isEqualTo(200);
    String copy = replayed.json().get("id").asString();
    assertThat(copy).isNotEqualTo(id);
    assertThat(replayed.json().get("originalId").asString()).isEqualTo(id);
    assertThat(replayed.json().get("parentId").asString()).isEqualTo(id);
    await(copy, "SUCCESS");
    assertThat(site.post(ONE + id + "/actions/replay?breakpoints=one").status()).isEqualTo(200);
    assertThat(site.post(ONE + id + "/replay?revision=9").status()).isEqualTo(404);
    assertThat(site.post(ONE + id + "/replay?taskRunId=none").status()).isEqualTo(404);
  }

  @Test
  void aReplayCanHaveOtherInputs() {
    site.save("greet", "inputs:\n  - id: name\n    type: STRING\n", "one");
    String id =
        site.post(
                ONE + "team/greet?wait=true",
                "{\"name\":\"a\"}",
                "Content-Type",
                "application/json")
            .json()
            .get("id")
            .asString();

    Reply other =
        site.post(
            ONE + id + "/replay-with-inputs",
            "{\"name\":\"b\"}",
            "Content-Type",
            "application/json");

    assertThat(other.status()).as("%s", other.json()).isEqualTo(200);
    assertThat(other.json().get("inputs").toString()).isEqualTo("{\"name\":\"b\"}");
    assertThat(site.post(ONE + id + "/replay-with-inputs").status()).isEqualTo(422);
  }

  @Test
  void aTaskRunCanBeTakenToHaveSucceeded() {
    String id = run("broken");
    String run = taskRun(site.get(ONE + id).json(), "fail");
    String change = "{\"taskRunId\":\"%s\",\"state\":\"%s\"}";

    assertThat(site.post(ONE + id + "/state", "{}").status()).isEqualTo(422);
    assertThat(site.post(ONE + id + "/state", change.formatted(run, "NICE")).status())
        .isEqualTo(422);
    assertThat(site.post(ONE + id + "/state", change.formatted("none", "SUCCESS")).status())
        .isEqualTo(404);
    assertThat(site.post(ONE + id + "/state", change.formatted(run, "SUCCESS")).status())
        .isEqualTo(200);
    await(id, "SUCCESS");
  }

  @Test
  void anEndedExecutionCanBeGivenAnotherState() {
    String id = run("broken");

    Reply changed = site.post(ONE + id + "/change-status?status=WARNING");
    assertThat(state(changed.json())).isEqualTo("WARNING");
    assertThat(site.post(ONE + id + "/change-status?status=RUNNING").status()).isEqualTo(422);
    assertThat(site.post(ONE + id + "/change-status").status()).isEqualTo(400);
    assertThat(site.post(ONE + started("long") + "/change-status?status=FAILED").status())
        .isEqualTo(422);
  }

  @Test
  void anEndedExecutionCanBeGivenLabels() {
    String id = run("quick");
    String label = "[{\"key\":\"team\",\"value\":\"%s\"}]";

    assertThat(site.post(ONE + id + "/labels", label.formatted("a")).status()).isEqualTo(200);
    Reply replaced = site.post(ONE + id + "/actions/labels", label.formatted("b"));
    assertThat(replaced.json().get("labels").toString())
        .contains("{\"key\":\"team\",\"value\":\"b\"}")
        .doesNotContain("\"value\":\"a\"");
    assertThat(site.post(ONE + id + "/labels", "[{\"key\":\"system.x\",\"value\":\"1\"}]").status())
        .isEqualTo(422);
    assertThat(site.post(ONE + started("long") + "/labels", label.formatted("a")).status())
        .isEqualTo(400);
  }

  @Test
  void aQueuedExecutionTellsWhatItWaitsFor() {
    started("limited");
    String second = start("limited");
    String third = start("limited");
    await(second, "QUEUED");
    await(third, "QUEUED");

    JsonNode queue = site.get(ONE + third).json().get("queue");
    assertThat(queue.get("position").asInt()).isEqualTo(2);
    assertThat(queue.get("waiting").asInt()).isEqualTo(2);
    assertThat(queue.get("running").asInt()).isEqualTo(1);
    assertThat(queue.get("limit").asInt()).isEqualTo(1);
    assertThat(queue.get("reason").asString()).contains("team.limited");

    assertThat(site.post(ONE + third + "/unqueue?state=CANCELLED").status()).isEqualTo(200);
    await(third, "CANCELLED");
    assertThat(site.get(ONE + third).json().has("queue")).isFalse();
    assertThat(site.post(ONE + second + "/force-run").status()).isEqualTo(200);
    await(second, "RUNNING");
    assertThat(site.post(ONE + second + "/unqueue").status()).isEqualTo(409);
    assertThat(site.post(ONE + third + "/force-run").status()).isEqualTo(409);
  }

  @Test
  void anExecutionIsRemovedWithWhatBelongsToIt() {
    String id = run("quick");
    String kept = run("quick");

    assertThat(site.delete(ONE + id).status()).isEqualTo(204);
    assertThat(site.get(ONE + id).status()).isEqualTo(404);
    assertThat(site.delete(ONE + id).status()).isEqualTo(404);
    assertThat(site.get("/api/v1/logs/" + id).json()).isEmpty();
    assertThat(site.delete(ONE + kept + "?deleteLogs=false").status()).isEqualTo(204);
    assertThat(site.get("/api/v1/logs/" + kept).json()).isNotEmpty();
    assertThat(site.delete(ONE + kept + "?deleteLogs=perhaps").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST   | pause/by-ids                        | quick
          POST   | resume/by-ids                       | quick
          POST   | restart/by-ids                      | quick
          POST   | unqueue/by-ids?state=RUNNING        | quick
          POST   | force-run/by-ids                    | quick
          POST   | replay/by-ids                       | -
          POST   | change-status/by-ids?newStatus=FAILED | long
          DELETE | kill/by-ids                         | quick
          DELETE | by-ids                              | long
          """)
  void nothingIsDoneUnlessAllAllowIt(String method, String path, String refusing) {
    String one = refusing.equals("long") ? started("long") : run("quick");
    String before = state(one);

    for (String ids :
        List.of(ids(one, "nothing"), refusing.equals("-") ? ids("nothing") : ids(one))) {
      Reply refused =
          method.equals("DELETE") ? delete(ONE + path, ids) : site.post(ONE + path, ids);

      assertThat(refused.status()).as("%s", refused.json()).isEqualTo(400);
      assertThat(refused.json().get("message").asString()).startsWith("invalid bulk ");
      JsonNode invalid = refused.json().get("invalids").get(0);
      assertThat(invalid.get("invalidValue").asString()).isIn(one, "nothing");
      assertThat(invalid.get("message").asString()).isNotEmpty();
    }
    assertThat(state(one)).isEqualTo(before);
    assertThat(site.post(ONE + "pause/by-ids", "{}").status()).isEqualTo(422);
  }

  @Test
  void manyAreChangedByIdsOrByQuery() {
    String one = run("broken");
    String two = run("broken");
    site.repaired = true;
    String labels = "[{\"key\":\"k\",\"value\":\"v\"}]";

    assertBulk(
        site.post(
            ONE + "labels/by-ids",
            "{\"executionsId\":%s,\"executionLabels\":%s}".formatted(ids(one, two), labels)),
        2);
    assertBulk(site.post(ONE + "labels/by-query?flowId=broken", labels), 2);
    assertBulk(site.post(ONE + "replay/by-query?labels=k:v"), 2);
    assertBulk(site.post(ONE + "restart/by-ids", ids(one, two)), 2);
    await(one, "SUCCESS");
    await(two, "SUCCESS");
    assertBulk(site.post(ONE + "change-status/by-ids?newStatus=WARNING", ids(one)), 1);
    assertBulk(site.post(ONE + "change-status/by-query?newStatus=FAILED&state=WARNING"), 1);
    assertBulk(site.post(ONE + "pause/by-query?namespace=elsewhere"), 0);
    assertBulk(delete(ONE + "by-ids", ids(one)), 1);
    assertBulk(site.delete(ONE + "by-query?flowId=broken"), 3);
    assertThat(site.get(ONE + "search").json().get("total").asInt()).isZero();
  }

  @Test
  void manyAreStopped() {
    String one = started("long");
    String two = started("long");

    assertThat(delete(ONE + "by-ids", ids(one, "nothing")).json().get("invalids")).hasSize(2);
    assertBulk(delete(ONE + "kill/by-ids", ids(one)), 1);
    await(one, "KILLED");
    assertBulk(site.delete(ONE + "kill/by-query?flowId=long&state=RUNNING"), 1);
    await(two, "KILLED");
    assertBulk(site.delete(ONE + "by-query?includeNonTerminated=true"), 2);
  }

  @Test
  void whatWasRunIsShownInBrief() {
    String id = run("quick");

    JsonNode light = site.get(ONE + id + "/flow").json();
    assertThat(light.get("tasks").toString())
        .isEqualTo(
            "[{\"id\":\"one\",\"type\":\"test.Echo\"},{\"id\":\"two\",\"type\":\"test.Echo\"}]");
    assertThat(site.get(ONE + "flows/team/quick").json()).isEqualTo(light);
    assertThat(site.get(ONE + "flows/team/quick?revision=7").status()).isEqualTo(404);
    assertThat(site.get(ONE + "namespaces").json().toString()).isEqualTo("[\"team\"]");
    assertThat(site.get(ONE + "namespaces/team/flows").json()).hasSize(4);
    JsonNode latest =
        site.post(
                ONE + "latest",
                "[{\"namespace\":\"team\",\"id\":\"quick\"},{\"namespace\":\"team\",\"id\":\"long\"}]")
            .json();
    assertThat(latest).hasSize(1);
    assertThat(latest.get(0).get("id").asString()).isEqualTo(id);
    assertThat(latest.get(0).get("status").asString()).isEqualTo("SUCCESS");
    assertThat(site.get(ONE + "export/by-query/csv?flowId=quick").http().body())
        .startsWith("id,namespace,flowId,flowRevision,state,startDate,endDate\r\n" + id + ",team,");
    JsonNode outputs = site.get("/api/v1/outputs/" + id).json();
    assertThat(outputs.findValuesAsString("taskId")).containsExactly("one", "two");
    assertThat(
            site.get("/api/v1/outputs/" + id + "/" + outputs.get(0).get("taskRunId").asString())
                .http()
                .body())
        .isEqualTo("{\"value\":\"one\"}");
    assertThat(site.get("/api/v1/outputs/" + id + "/none").status()).isEqualTo(404);
  }
}
