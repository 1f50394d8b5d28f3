package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What runs of flows with a limit, and answers to pauses that are only checked. */
class LimitRoutesTest {
  @TempDir private Path directory;
  private Installation installation;

  @BeforeEach
  void start() {
    installation = new Installation(directory);
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void flowsWithALimitShowHowManyRun() {
    installation.save("f", "concurrency: {limit: 2}\n", "hold");
    installation.save("g", "", "a");
    installation.post("/api/v1/executions/team/f");

    assertThat(installation.get("/api/v1/concurrency-limit/search").json().get("total").asInt())
        .isEqualTo(1);
    Reply shown = installation.put("/api/v1/concurrency-limit/team/f", "{\"running\": 0}");
    assertThat(shown.json().get("flowId").asString()).isEqualTo("f");
    assertThat(shown.json().get("limit").asInt()).isEqualTo(2);
    assertThat(installation.put("/api/v1/concurrency-limit/team/g", "{}").status()).isEqualTo(404);
    installation.release();
  }

  @Test
  void nothingWaitsForAnswersInAnExecutionThatIsNotPaused() {
    installation.save("f", "", "a");
    String id =
        installation.post("/api/v1/executions/team/f?wait=true").json().get("id").asString();

    Reply reply = installation.post("/api/v1/executions/" + id + "/resume/validate");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().get("message").asString()).contains("nothing of it waits for answers");
    assertThat(installation.post("/api/v1/executions/nope/resume/validate").status())
        .isEqualTo(404);
  }

  @Test
  void answersToAPauseAreCheckedAndNothingIsResumed() {
    installation.post(
        "/api/v1/flows",
        """
        id: p
        namespace: team
        tasks:
          - id: wait
            type: io.kestra.plugin.core.flow.Pause
            onResume: [{id: reason, type: STRING}, {id: count, type: INT}]
        """);
    String id = installation.post("/api/v1/executions/team/p").json().get("id").asString();
    awaitPause(id);

    Reply reply =
        installation.post(
            "/api/v1/executions/" + id + "/actions/resume/validate",
            "{\"count\": \"many\"}",
            "Content-Type",
            "application/json");

    assertThat(reply.status()).isEqualTo(200);
    var answers = reply.json().get("inputs");
    assertThat(answers.get(0).get("input").get("id").asString()).isEqualTo("reason");
    assertThat(answers.get(0).get("errors").get(0).get("message").asString()).contains("missing");
    assertThat(answers.get(1).get("errors")).isNotEmpty();
    assertThat(state(id)).isEqualTo("PAUSED");
  }

  @Test
  void aSearchLeavesOutTheTaskRunsOfExecutionsThatHaveVeryMany() {
    installation.save(
        "big", "", IntStream.rangeClosed(0, 100).mapToObj("t%d"::formatted).toArray(String[]::new));
    installation.save("small", "", "a");
    String id =
        installation.post("/api/v1/executions/team/big?wait=true").json().get("id").asString();
    installation.post("/api/v1/executions/team/small?wait=true");

    assertThat(found("big").get("taskRunList")).isEmpty();
    assertThat(found("small").get("taskRunList")).hasSize(1);
    assertThat(installation.get("/api/v1/executions/" + id).json().get("taskRunList")).hasSize(101);
  }

  private JsonNode found(String flow) {
    return installation
        .get("/api/v1/executions/search?flowId=" + flow)
        .json()
        .get("results")
        .get(0);
  }

  private String state(String id) {
    return installation
        .get("/api/v1/executions/" + id)
        .json()
        .get("state")
        .get("current")
        .asString();
  }

  private void awaitPause(String id) {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (!state(id).equals("PAUSED") && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(state(id)).isEqualTo("PAUSED");
  }
}
