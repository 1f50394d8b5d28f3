package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class GraphsTest {
  private static final String GROUPS =
      """
      id: groups
      namespace: team
      tasks:
        - id: choice
          type: io.kestra.plugin.core.flow.If
          condition: "{{ true }}"
          then:
            - id: yes
              type: test.Echo
              text: hello
          else:
            - id: no
              type: test.Echo
              text: hello
        - id: side
          type: io.kestra.plugin.core.flow.Parallel
          tasks:
            - id: left
              type: test.Echo
              text: hello
            - id: right
              type: test.Echo
              text: hello
      errors:
        - id: alarm
          type: test.Echo
          text: hello
      """;

  private static final String CALLING =
      """
      id: calling
      namespace: team
      tasks:
        - id: call
          type: io.kestra.plugin.core.flow.Subflow
          namespace: team
          flowId: groups
        - id: later
          type: io.kestra.plugin.core.flow.Subflow
          namespace: team
          flowId: "{{ inputs.x }}"
      """;

  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void open() {
    site = new Installation(directory);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aSubflowIsDrawnWhereItIsStartedForThoseWhoOpenIt() {
    site.post("/api/v1/flows", GROUPS);
    site.post("/api/v1/flows", CALLING);

    String closed = site.get("/api/v1/flows/team/calling/graph").http().body();
    String opened = site.get("/api/v1/flows/team/calling/graph?subflows=root.call").http().body();
    String drawn = site.post("/api/v1/flows/graph?subflows=root.call", CALLING).http().body();

    assertThat(closed)
        .contains("SubflowGraphTask", "\"subflow\":{\"namespace\":\"team\",\"flowId\":\"groups\"}")
        .doesNotContain("root.call.choice");
    assertThat(opened)
        .contains("\"uid\":\"root.call.choice\"", "\"uid\":\"root.call.end\"")
        .contains("cluster_root.call");
    assertThat(drawn).isEqualTo(opened);
  }

  private static List<String> edges(JsonNode graph) {
    var edges = new ArrayList<String>();
    graph
        .get("edges")
        .forEach(
            edge -> {
              JsonNode relation = edge.get("relation");
              edges.add(
                  "%s %s%s %s"
                      .formatted(
                          edge.get("source").asString(),
                          relation.get("relationType").asString(),
                          relation.has("value") ? "=" + relation.get("value").asString() : "",
                          edge.get("target").asString()));
            });
    return edges;
  }

  @Test
  void aFlowOfOneTaskHasABeginningAndAnEnd() {
    site.save("quick", "", "one");

    JsonNode graph = site.get("/api/v1/main/flows/team/quick/graph").json();

    assertThat(graph.get("nodes").findValuesAsString("uid"))
        .containsExactlyInAnyOrder("root.start", "root.one", "root.end");
    assertThat(edges(graph))
        .containsExactly("root.start SEQUENTIAL root.one", "root.one SEQUENTIAL root.end");
    assertThat(site.get("/api/v1/flows/team/quick/graph?revision=2").status()).isEqualTo(404);
    assertThat(site.get("/api/v1/flows/team/none/graph").status()).isEqualTo(404);
  }

  @Test
  void groupsAreClustersAndEveryEdgeJoinsTwoNodes() {
    Reply drawn = site.post("/api/v1/flows/graph", GROUPS);

    assertThat(drawn.status()).as("%s", drawn.json()).isEqualTo(200);
    JsonNode graph = drawn.json();
    assertThat(edges(graph))
        .contains(
            "root.start SEQUENTIAL root.choice",
            "root.choice.start CHOICE=then root.choice.yes",
            "root.choice.start CHOICE=else root.choice.no",
            "root.choice.yes SEQUENTIAL root.choice.end",
            "root.choice.end SEQUENTIAL root.side",
            "root.side.start PARALLEL root.side.left",
            "root.side.right PARALLEL root.side.end",
            "root.start ERROR root.alarm");
    var uids = new TreeSet<>(graph.get("nodes").findValuesAsString("uid"));
    assertThat(uids).hasSize(graph.get("nodes").size());
    assertThat(uids)
        .containsAll(graph.get("edges").findValuesAsString("source"))
        .containsAll(graph.get("edges").findValuesAsString("target"));
    assertThat(graph.get("clusters")).hasSize(3);
    assertThat(graph.get("flowables").toString()).isEqualTo("[\"choice\",\"side\"]");
  }

  @Test
  void aSourceThatIsNotValidIsNotDrawn() {
    Reply refused = site.post("/api/v1/flows/graph", GROUPS.replace("test.Echo", "test.Ecko"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("_embedded").get("errors").findValuesAsString("code"))
        .containsOnly("UNKNOWN_TYPE");
  }

  @Test
  void theGraphOfAnExecutionTellsTheStatesOfItsTasks() {
    site.save("quick", "", "one", "two");
    String id = site.post("/api/v1/executions/team/quick?wait=true").json().get("id").asString();

    JsonNode graph = site.get("/api/v1/executions/" + id + "/graph").json();

    assertThat(graph.get("nodes").findValues("states").toString())
        .isEqualTo("[{\"SUCCESS\":1}, {\"SUCCESS\":1}]");
    assertThat(site.get("/api/v1/executions/nothing/graph").status()).isEqualTo(404);
  }

  @Test
  void flowsThatStartEachOtherAreShown() {
    String calls =
        """
        id: %s
        namespace: team
        tasks:
          - id: call
            type: io.kestra.plugin.core.flow.Subflow
            namespace: team
            flowId: %s
        """;
    site.save("last", "", "one");
    site.post("/api/v1/flows", calls.formatted("middle", "last"));
    site.post("/api/v1/flows", calls.formatted("first", "middle"));

    JsonNode near = site.get("/api/v1/flows/team/last/dependencies").json();
    assertThat(near.get("nodes").findValuesAsString("id")).containsExactly("last", "middle");
    assertThat(near.get("edges").toString())
        .isEqualTo(
            "[{\"source\":\"main_team_middle\",\"target\":\"main_team_last\",\"relation\":\"FLOW_TASK\"}]");
    assertThat(
            site.get("/api/v1/flows/team/last/dependencies?expandAll=true")
                .json()
                .get("nodes")
                .findValuesAsString("id"))
        .containsExactly("last", "middle", "first");
    assertThat(
            site.get("/api/v1/flows/team/last/dependencies?destinationOnly=true")
                .json()
                .get("edges"))
        .isEmpty();
    assertThat(site.get("/api/v1/namespaces/team/dependencies").json().get("edges")).hasSize(2);
    assertThat(site.get("/api/v1/flows/team/none/dependencies").status()).isEqualTo(404);
  }
}
