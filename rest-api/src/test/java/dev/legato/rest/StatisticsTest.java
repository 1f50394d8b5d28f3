package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How many executions and lines there are, over time. */
@Timeout(60)
class StatisticsTest {
  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void open() {
    site = new Installation(directory);
    site.save("quick", "", "one");
    site.save("doomed", "", "fail");
    for (String flow : new String[] {"quick", "quick", "doomed"}) {
      site.post("/api/v1/executions/team/" + flow + "?wait=true");
    }
  }

  @AfterEach
  void close() {
    site.close();
  }

  private JsonNode stats(String query) {
    var reply = site.get("/api/v1/main/executions/stats" + query);
    assertThat(reply.status()).as("%s", reply.json()).isEqualTo(200);
    return reply.json();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ?timeRange=PT5H                          | minute | {FAILED=1, SUCCESS=2}
          ?timeRange=P7D                           | day    | {FAILED=1, SUCCESS=2}
          ?groupBy=month                           | month  | {FAILED=1, SUCCESS=2}
          ?flowId=quick                            | day    | {SUCCESS=2}
          ?state=FAILED&groupBy=week               | week   | {FAILED=1}
          ?namespace=other                         | day    | {}
          """)
  void executionsAreCountedInEachPieceOfTime(String query, String groupBy, String counts) {
    JsonNode stats = stats(query);

    assertThat(stats.get("groupBy").asString()).isEqualTo(groupBy);
    JsonNode buckets = stats.get("buckets");
    var last = new TreeMap<String, Long>();
    buckets
        .get(buckets.size() - 1)
        .get("counts")
        .properties()
        .forEach(count -> last.put(count.getKey(), count.getValue().asLong()));
    assertThat(last).hasToString(counts);
  }

  @Test
  void everyPieceIsThereAlsoWithoutExecutions() {
    JsonNode buckets =
        stats(
                "?startDate=2026-01-01T00:00:00Z&filters%5BstartDate%5D%5BLESS_THAN%5D=2026-01-04T00:00:00Z&groupBy=day")
            .get("buckets");

    assertThat(buckets).hasSize(3);
    assertThat(buckets.get(0).get("startDate").asString()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(buckets.get(0).has("duration")).isFalse();
  }

  @Test
  void whatCannotBeCountedIsRefused() {
    assertThat(site.get("/api/v1/executions/stats?groupBy=year").status()).isEqualTo(400);
    assertThat(site.get("/api/v1/executions/stats?timeRange=P900D&groupBy=minute").status())
        .isEqualTo(400);
  }

  @Test
  void namespacesAndFlowsShowWhatBecameOfThem() {
    JsonNode namespaces = site.get("/api/v1/executions/stats/by-namespace").json();
    JsonNode flows =
        site.post(
                "/api/v1/stats/executions/by-flow",
                """
                {"flows": [{"namespace": "team", "id": "quick"}, {"namespace": "team", "id": "no"}],
                 "last": 5}
                """)
            .json();

    assertThat(namespaces.get(0).get("namespace").asString()).isEqualTo("team");
    assertThat(namespaces.get(0).get("counts").get("SUCCESS").asInt()).isEqualTo(2);
    assertThat(flows.get(0).get("executions")).hasSize(2);
    assertThat(flows.get(0).get("executions").get(0).get("state").asString()).isEqualTo("SUCCESS");
    assertThat(flows.get(1).get("executions")).isEmpty();
  }

  @Test
  void whatTriesAFlowOutIsOnlySeenByThoseWhoAsk() {
    JsonNode tried = site.post("/api/v1/executions/team/quick?wait=true&kind=test").json();
    String id = tried.get("id").asString();

    assertThat(tried.get("kind").asString()).isEqualTo("TEST");
    assertThat(total("")).isEqualTo(3);
    assertThat(total("?kind=TEST")).isEqualTo(1);
    assertThat(total("?filters%5Bkind%5D%5BIN%5D=NORMAL,TEST")).isEqualTo(4);
    assertThat(stats("?flowId=quick&groupBy=month").toString()).contains("{\"SUCCESS\":2}");
    assertThat(site.get("/api/v1/executions/search?kind=LOUD").status()).isEqualTo(400);
    assertThat(site.get("/api/v1/logs/" + id).json().get(0).get("executionKind").asString())
        .isEqualTo("TEST");
    JsonNode again = site.post("/api/v1/executions/" + id + "/replay").json();
    assertThat(again.get("kind").asString()).isEqualTo("TEST");
  }

  private int total(String query) {
    return site.get("/api/v1/executions/search" + query).json().get("total").asInt();
  }

  @Test
  void linesAreCountedByLevel() {
    JsonNode pieces = site.get("/api/v1/logs/stats?minLevel=WARN&timeRange=PT1H").json();

    JsonNode counts = pieces.get("buckets").get(pieces.get("buckets").size() - 1).get("counts");
    assertThat(pieces.get("groupBy").asString()).isEqualTo("minute");
    assertThat(pieces.toString()).contains("\"WARN\":").doesNotContain("\"INFO\":");
    assertThat(counts).isNotNull();
  }
}
