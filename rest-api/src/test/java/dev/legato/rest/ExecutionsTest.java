package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ExecutionsTest {
  private static final String INPUTS =
      """
      inputs:
        - id: name
          type: STRING
        - id: count
          type: INT
          defaults: 3
          max: 10
      """;
  private static final String RUN = "/api/v1/main/executions/team/";

  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void open() {
    site = new Installation(directory);
    site.save("quick", "", "one", "two");
    site.save("asking", INPUTS, "one");
    site.save("long", "", "hold");
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void anExecutionIsCreatedWithoutABody() {
    Reply created = site.post(RUN + "quick");

    assertThat(created.status()).isEqualTo(200);
    var json = created.json();
    assertThat(json.get("tenantId").asString()).isEqualTo("main");
    assertThat(json.get("namespace").asString()).isEqualTo("team");
    assertThat(json.get("flowId").asString()).isEqualTo("quick");
    assertThat(json.get("flowRevision").asInt()).isEqualTo(1);
    assertThat(json.get("state").get("current").asString()).isIn("CREATED", "RUNNING");
    assertThat(json.get("originalId")).isEqualTo(json.get("id"));
    assertThat(json.get("deleted").asBoolean()).isFalse();
    assertThat(json.get("metadata").get("attemptNumber").asInt()).isEqualTo(1);
    assertThat(json.get("kind").asString()).isEqualTo("NORMAL");
    assertThat(json.has("parentId")).isFalse();
  }

  @Test
  void waitingShowsTheEnd() {
    var json = site.post(RUN + "quick?wait=true&labels=a:b:c").json();

    var state = json.get("state");
    assertThat(state.get("current").asString()).isEqualTo("SUCCESS");
    assertThat(state.get("histories").get(0).get("state").asString()).isEqualTo("CREATED");
    assertThat(state.get("duration").asString()).startsWith("PT");
    assertThat(state.has("endDate")).isTrue();
    assertThat(json.get("taskRunList")).hasSize(2);
    var run = json.get("taskRunList").get(0);
    assertThat(run.get("taskId").asString()).isEqualTo("one");
    assertThat(run.get("executionId")).isEqualTo(json.get("id"));
    assertThat(run.get("outputs").toString()).isEqualTo("{\"value\":\"one\"}");
    assertThat(run.get("attempts").get(0).get("state").get("current").asString())
        .isEqualTo("SUCCESS");
    assertThat(json.get("labels").toString()).contains("{\"key\":\"a\",\"value\":\"b:c\"}");

    var shown = site.get("/api/v1/executions/" + json.get("id").asString()).json();
    assertThat(shown).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json                      | {"name":"x","count":5}
          application/json; charset=UTF-8       | {"name":"x","count":5}
          multipart/form-data; boundary=b       | --b~Content-Disposition: form-data; name="name"~~x~--b~Content-Disposition: form-data; name="count"~~5~--b--~
          """)
  void inputsComeAsAFormOrAsJson(String type, String body) {
    Reply created = site.post(RUN + "asking", body.replace("~", "\r\n"), "Content-Type", type);

    assertThat(created.status()).as("%s", created.json()).isEqualTo(200);
    assertThat(created.json().get("inputs").toString()).isEqualTo("{\"name\":\"x\",\"count\":5}");
  }

  @Test
  void everyWrongInputIsNamed() {
    Reply refused = site.post(RUN + "asking", "{\"count\":50}", "Content-Type", "application/json");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("message").asString())
        .startsWith("Invalid entity: inputs.name: ")
        .endsWith(" (and 1 more problem)");
    assertThat(refused.json().get("_embedded").get("errors").findValuesAsString("path"))
        .containsExactly("inputs.name", "inputs.count");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          missing                          | 404
          quick?revision=7                 | 404
          quick?revision=0                 | 400
          quick?labels=nokey               | 422
          quick?labels=system.x:1          | 422
          quick?scheduleDate=tomorrow      | 400
          quick?wait=perhaps               | 400
          quick?kind=LOUD                  | 422
          asking                           | 422
          """)
  void impossibleRequestsAreRefused(String path, int status) {
    Reply refused = site.post(RUN + path);

    assertThat(refused.status()).as("%s", refused.json()).isEqualTo(status);
  }

  @Test
  void aDisabledFlowIsInTheWrongState() {
    site.save("off", "disabled: true\n", "one");

    Reply refused = site.post(RUN + "off");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("message").asString()).startsWith("Illegal state: ");
  }

  @Test
  void otherBodiesAreNotGuessedAt() {
    assertThat(site.post(RUN + "quick", "a=b", "Content-Type", "text/plain").status())
        .isEqualTo(415);
    assertThat(site.post(RUN + "quick", "[]", "Content-Type", "application/json").status())
        .isEqualTo(422);
  }

  @Test
  void theSameRequestKeyMakesOneExecution() throws Exception {
    var calls = new ArrayList<Callable<Reply>>();
    for (int i = 0; i < 50; i++) {
      calls.add(() -> site.post(RUN + "asking", "{\"name\":\"x\"}", key("k")));
    }
    List<String> ids = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var reply : threads.invokeAll(calls)) {
        assertThat(reply.get().status()).as("%s", reply.get().json()).isEqualTo(200);
        ids.add(reply.get().json().get("id").asString());
      }
    }

    assertThat(ids).hasSize(50).containsOnly(ids.getFirst());
    assertThat(site.get("/api/v1/executions/search").json().get("total").asInt()).isEqualTo(1);
    assertThat(site.post(RUN + "asking", "{\"name\":\"y\"}", key("k")).status()).isEqualTo(422);
    assertThat(site.post(RUN + "asking", "{\"name\":\"y\"}", key("a b")).status()).isEqualTo(400);
  }

  @Test
  void aRequestWhoseExecutionWasRemovedDoesNotRunAgain() {
    String path = RUN + "asking?wait=true";
    String id = site.post(path, "{\"name\":\"x\"}", key("k")).json().get("id").asString();
    site.delete("/api/v1/executions/" + id);

    Reply again = site.post(path, "{\"name\":\"x\"}", key("k"));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().get("message").asString()).contains(id, "was removed");
    assertThat(site.post(path, "{\"name\":\"x\"}", key("other")).status()).isEqualTo(200);
  }

  private static String[] key(String key) {
    return new String[] {"Content-Type", "application/json", "Idempotency-Key", key};
  }

  @Test
  void inputsCanBeCheckedWithoutAStart() {
    var json = site.post(RUN + "asking/validate").json();

    assertThat(json.get("id").asString()).isEqualTo("asking");
    assertThat(json.get("inputs")).hasSize(2);
    assertThat(json.get("inputs").get(0).get("errors")).hasSize(1);
    var count = json.get("inputs").get(1);
    assertThat(count.get("value").asInt()).isEqualTo(3);
    assertThat(count.get("isDefault").asBoolean()).isTrue();
    assertThat(count.get("input").get("max").asInt()).isEqualTo(10);
    assertThat(site.get("/api/v1/executions/search").json().get("total").asInt()).isZero();
  }

  @Test
  void anInputOf2023IsCheckedByItsName() {
    site.post(
        "/api/v1/flows",
        """
        id: named
        namespace: team
        inputs:
          - name: who
            type: STRING
        tasks:
          - id: a
            type: test.Echo
            text: "{{ inputs.who }}"
        """);

    var input = site.post(RUN + "named/validate").json().get("inputs").get(0).get("input");

    assertThat(input.get("id").asString()).isEqualTo("who");
    assertThat(input.get("type").asString()).isEqualTo("STRING");
  }

  @Test
  void inputsTellWhatCanBeChosenAlsoInFormsAndByExpressions() {
    site.post(
        "/api/v1/flows",
        """
        id: choosing
        namespace: team
        inputs:
          - {id: size, type: SELECT, values: [{label: Small, value: s}, l]}
          - {id: color, type: SELECT, expression: "{{ ['red', 'blue'] }}"}
          - id: address
            type: FORM
            inputs:
              - {id: floor, type: INT, min: 1, displayName: Floor}
              - {id: door, type: SELECT, values: [{label: Left, value: l}, r, {value: m}]}
        tasks:
          - id: a
            type: test.Echo
            text: a
        """);

    var inputs = site.post(RUN + "choosing/validate").json().get("inputs");

    assertThat(inputs.get(0).get("input").get("values").get(0).get("label").asString())
        .isEqualTo("Small");
    assertThat(inputs.get(1).get("input").get("values")).hasToString("[\"red\",\"blue\"]");
    var floor = inputs.get(2).get("input");
    assertThat(floor.get("id").asString()).isEqualTo("address.floor");
    assertThat(floor.get("type").asString()).isEqualTo("INT");
    assertThat(floor.get("displayName").asString()).isEqualTo("Floor");
    assertThat(floor.get("min").asInt()).isEqualTo(1);
    var door = inputs.get(3).get("input");
    assertThat(door.get("values").get(0).get("label").asString()).isEqualTo("Left");
    assertThat(door.get("values").get(0).get("value").asString()).isEqualTo("l");
    assertThat(door.get("values").get(1).asString()).isEqualTo("r");
    assertThat(door.get("values").get(2).asString()).isEqualTo("m");
    assertThat(door.has("labels")).isFalse();
  }

  @Test
  void theOlderSpellingStartsExecutionsToo() {
    assertThat(site.post("/api/v1/executions/trigger/team/quick?wait=true").json().get("state"))
        .hasToString(
            site.get("/api/v1/executions/search")
                .json()
                .get("results")
                .get(0)
                .get("state")
                .toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          namespace=team                                 | 3
          flowId=quick                                   | 2
          state=SUCCESS                                  | 2
          state=SUCCESS&state=RUNNING                    | 3
          labels=a:b                                     | 1
          filters[labels][EQUALS][a]=b                   | 1
          filters[state][IN]=FAILED,KILLED               | 0
          filters[state][NOT_IN]=SUCCESS                 | 1
          filters[flowId][EQUALS]=long                   | 1
          timeRange=PT1H                                 | 3
          childFilter=MAIN                               | 3
          childFilter=CHILD                              | 0
          filters[childFilter][EQUALS]=MAIN              | 3
          startDate=2020-01-01T00:00&dateFilter=END_DATE | 2
          startDate=2020-01-01T00:00                     | 3
          startDate=2020-01-01T00:00&dateFilter=START_OR_END_DATE | 3
          endDate=2020-01-01T00:00&dateFilter=START_OR_END_DATE   | 0
          timeRange=PT1H&dateFilter=START_OR_END_DATE             | 3
          filters[startDate][GREATER_THAN]=2100-01-01T00:00:00Z | 0
          kind=NORMAL                                    | 3
          kind=TEST                                      | 0
          """)
  void executionsAreFound(String query, int total) {
    site.post(RUN + "quick?wait=true&labels=a:b");
    site.post(RUN + "quick?wait=true");
    awaitRunning(site.post(RUN + "long").json().get("id").asString());

    Reply found =
        site.get("/api/v1/executions/search?" + query.replace("[", "%5B").replace("]", "%5D"));

    assertThat(found.status()).as("%s", found.json()).isEqualTo(200);
    assertThat(found.json().get("total").asInt()).isEqualTo(total);
    assertThat(site.get("/api/v1/executions?namespace=team&flowId=quick").json().get("total"))
        .hasToString("2");
  }

  private void awaitRunning(String id) {
    while (!site.get("/api/v1/executions/" + id)
        .json()
        .get("state")
        .get("current")
        .asString()
        .equals("RUNNING")) {
      Thread.onSpinWait();
    }
  }

  @Test
  void followingShowsTheWayToTheEnd() throws Exception {
    String id = site.post(RUN + "long").json().get("id").asString();
    awaitRunning(id);

    var answer =
        site.client()
            .send(
                site.request("/api/v1/main/executions/" + id + "/follow").build(),
                BodyHandlers.ofInputStream());
    var names = new ArrayList<String>();
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          names.add(line.substring(4));
        } else if (line.startsWith("data: ")) {
          assertThat(line).contains("\"id\":\"" + id, "\"state\":{\"current\":");
          site.release();
        }
      }
    }

    assertThat(names).startsWith("start").endsWith("end");
    assertThat(names.subList(1, names.size() - 1)).allMatch("progress"::equals);
    assertThat(site.get("/api/v1/executions/nothing/follow").status()).isEqualTo(404);
  }

  @Test
  void killingAnswersWithTheExecution() {
    String id = site.post(RUN + "long").json().get("id").asString();
    awaitRunning(id);

    Reply killed = site.delete("/api/v1/executions/" + id + "/kill");

    assertThat(killed.status()).isEqualTo(200);
    assertThat(killed.json().get("id").asString()).isEqualTo(id);
    while (!site.get("/api/v1/executions/" + id)
        .json()
        .get("state")
        .get("current")
        .asString()
        .equals("KILLED")) {
      Thread.onSpinWait();
    }
    assertThat(site.delete("/api/v1/executions/" + id + "/kill").status()).isEqualTo(409);
    assertThat(site.delete("/api/v1/executions/nothing/kill").status()).isEqualTo(404);
    assertThat(site.post("/api/v1/executions/" + id + "/actions/kill").status()).isEqualTo(409);
  }

  @Test
  void logsAndFiguresOfAnExecutionAreShown() {
    String id = site.post(RUN + "quick?wait=true").json().get("id").asString();

    var lines = site.get("/api/v1/logs/" + id).json();
    assertThat(lines.get(0).get("executionId").asString()).isEqualTo(id);
    assertThat(lines.findValuesAsString("message")).contains("begin one", "end of two");
    assertThat(
            site.get("/api/v1/logs/" + id + "?minLevel=WARN&taskId=two")
                .json()
                .findValuesAsString("message"))
        .containsExactly("end of two");
    assertThat(site.get("/api/v1/logs/search?executionId=" + id + "&level=WARN").json())
        .satisfies(page -> assertThat(page.toString()).contains("\"total\":2"));
    assertThat(site.get("/api/v1/logs/" + id + "?minLevel=LOUD").status()).isEqualTo(400);

    assertThat(site.get("/api/v1/logs/download?executionId=" + id + "&level=WARN").http().body())
        .matches("(?s)\\S+ WARN team/quick " + id + " one end of one\\R.+ end of two\\R");

    var download = site.get("/api/v1/logs/" + id + "/download?taskId=one").http();
    assertThat(download.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"" + id + ".log\"");
    assertThat(download.body()).contains(" INFO begin one\n", " WARN end of one\n");

    var figures = site.get("/api/v1/metrics/" + id + "?sort=name:asc&taskId=one").json();
    assertThat(figures.get("total").asInt()).isEqualTo(1);
    assertThat(figures.get("results").get(0).get("type").asString()).isEqualTo("counter");

    assertThat(site.delete("/api/v1/logs/" + id).status()).isEqualTo(200);
    assertThat(site.get("/api/v1/logs/" + id).json()).isEmpty();
  }

  @Test
  void followingALogRepeatsItThenGoesOn() throws Exception {
    String id = site.post(RUN + "long").json().get("id").asString();
    awaitRunning(id);

    var answer =
        site.client()
            .send(
                site.request("/api/v1/logs/" + id + "/follow?minLevel=WARN").GET().build(),
                BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (!line.startsWith("data: ")) {
        line = lines.readLine();
      }
      assertThat(line).contains("\"executionId\":\"" + id, "\"level\":\"WARN\"");
    }
  }

  @Test
  void aBodyOverTheLimitIsRefused() {
    byte[] body = new byte[11 * 1024 * 1024];
    var request =
        site.request(RUN + "quick")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();

    for (int i = 0; i < 20; i++) { // a connection that is closed too early hides the answer
      assertThat(site.send(request).status()).isEqualTo(413);
    }
  }
}
