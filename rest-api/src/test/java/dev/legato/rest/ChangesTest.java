package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is new in an execution, as it happens. */
@Timeout(60)
class ChangesTest {
  private static final String LOOP =
      """
      id: loop
      namespace: team
      tasks:
        - id: each
          type: io.kestra.plugin.core.flow.ForEach
          values: "{{ range(1, 3000) }}"
          concurrencyLimit: 0
          tasks:
            - id: one
              type: test.Echo
              text: hello
        - id: hold
          type: test.Echo
          text: hello
      """;

  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void open() {
    site = new Installation(directory);
    assertThat(site.post("/api/v1/flows", LOOP).status()).isEqualTo(200);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private record Event(String name, JsonNode data) {}

  private List<Event> events(String id) throws Exception {
    var request = site.request("/api/v1/main/executions/" + id + "/changes").build();
    var events = new ArrayList<Event>();
    var answer = site.client().send(request, BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      String name = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          name = line.substring(4);
        } else if (line.startsWith("data: ")) {
          events.add(new Event(name, new JsonMapper().readTree(line.substring(6))));
          if (line.contains("\"taskId\":\"hold\"") && line.contains("\"state\":\"RUNNING\"")) {
            site.release();
          }
        }
      }
    }
    return events;
  }

  @Test
  void allTaskRunsAreToldThenThoseThatChange() throws Exception {
    String id = site.post("/api/v1/executions/team/loop").json().get("id").asString();

    List<Event> events = events(id);

    assertThat(events.getFirst().name()).isEqualTo("start");
    assertThat(events.getLast().name()).isEqualTo("end");
    assertThat(events).extracting(Event::name).containsOnly("start", "runs", "progress", "end");
    var states = new LinkedHashMap<String, String>();
    for (Event event : events) {
      if (event.data().has("runs")) {
        assertThat(event.data().get("runs").size()).isLessThanOrEqualTo(2_000);
        event
            .data()
            .get("runs")
            .forEach(run -> states.put(run.get("id").asString(), run.get("state").asString()));
      }
    }
    assertThat(states).hasSize(3_002).values().containsOnly("SUCCESS");
    JsonNode last = events.getLast().data().get("execution");
    assertThat(last.get("state").get("current").asString()).isEqualTo("SUCCESS");
    assertThat(last.get("taskRunList")).isEmpty();
  }

  @Test
  void anEndedExecutionIsToldAtOnce() throws Exception {
    site.save("quick", "", "one");
    String id = site.post("/api/v1/executions/team/quick?wait=true").json().get("id").asString();

    List<Event> events = events(id);

    assertThat(events).extracting(Event::name).containsExactly("start", "runs", "end");
    JsonNode run = events.get(1).data().get("runs").get(0);
    assertThat(run.get("taskId").asString()).isEqualTo("one");
    assertThat(run.get("end").asLong()).isGreaterThanOrEqualTo(run.get("start").asLong());
    String one = run.get("id").asString();
    String path = "/api/v1/executions/" + id + "/task-runs/";
    assertThat(site.get(path + one).json().get("outputs").get("value").asString()).isEqualTo("one");
    assertThat(site.get(path + "nothing").status()).isEqualTo(404);
    assertThat(site.get("/api/v1/executions/nothing/changes").status()).isEqualTo(404);
  }

  @Test
  void aSearchCanLeaveTaskRunsOut() {
    site.save("quick", "", "one");
    site.post("/api/v1/executions/team/quick?wait=true");

    Map<String, Integer> sizes =
        Map.of(
            "true",
            site.get("/api/v1/executions/search")
                .json()
                .get("results")
                .get(0)
                .get("taskRunList")
                .size(),
            "false",
            site.get("/api/v1/executions/search?taskRuns=false")
                .json()
                .get("results")
                .get(0)
                .get("taskRunList")
                .size());

    assertThat(sizes).containsEntry("true", 1).containsEntry("false", 0);
  }
}
