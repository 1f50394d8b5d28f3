package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Executions that one event has led to, while they run. */
@Timeout(60)
class LinkedExecutionsTest {
  private static final String CALLING =
      """
      id: calling
      namespace: team
      tasks:
        - id: call
          type: io.kestra.plugin.core.flow.Subflow
          namespace: team
          flowId: called
          wait: true
      """;

  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void open() {
    site = new Installation(directory);
    site.save("called", "", "hold");
    assertThat(site.post("/api/v1/flows", CALLING).status()).isEqualTo(200);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void allAreToldUntilAllHaveEnded() throws Exception {
    String id = site.post("/api/v1/executions/team/calling").json().get("id").asString();
    var request = site.request("/api/v1/main/executions/" + id + "/follow-dependencies").build();
    var names = new ArrayList<String>();
    var flows = new LinkedHashSet<String>();

    var answer = site.client().send(request, BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          names.add(line.substring(4));
        } else if (line.startsWith("data: ")) {
          var link = new JsonMapper().readTree(line.substring(6));
          flows.add(link.get("flowId").asString());
          if (link.get("flowId").asString().equals("called")
              && link.get("state").get("current").asString().equals("RUNNING")) {
            site.release();
          }
        }
      }
    }

    assertThat(names).startsWith("start").endsWith("end-all").contains("end", "progress");
    assertThat(flows).containsExactly("calling", "called");
  }

  @Test
  void anExecutionThatDoesNotExistHasNoneBesideIt() {
    assertThat(site.get("/api/v1/executions/nothing/follow-dependencies").status()).isEqualTo(404);
  }
}
