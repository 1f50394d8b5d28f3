package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages of charts that people describe. */
@Timeout(60)
class DashboardsTest {
  private static final String DASHBOARDS = "/api/v1/main/dashboards";
  private static final String CHART = "io.kestra.plugin.core.dashboard.chart.";
  private static final String DATA = "io.kestra.plugin.core.dashboard.data.";
  private static final String OVERVIEW =
      """
      id: overview
      title: What happened
      description: All of it
      timeWindow:
        default: P7D
        max: P30D
      charts:
        - id: over_time
          type: io.kestra.plugin.core.dashboard.chart.TimeSeries
          chartOptions:
            displayName: Executions
            width: 8
            column: date
            colorByColumn: state
          data:
            type: io.kestra.plugin.core.dashboard.data.Executions
            columns:
              date:
                field: START_DATE
                displayName: Date
              state:
                field: STATE
              total:
                displayName: Total
                agg: COUNT
                graphStyle: BARS
              duration:
                field: DURATION
                agg: SUM
                graphStyle: LINES
        - id: share
          type: io.kestra.plugin.core.dashboard.chart.KPI
          chartOptions:
            numberType: PERCENTAGE
          data:
            type: io.kestra.plugin.core.dashboard.data.ExecutionsKPI
            columns:
              field: ID
              agg: COUNT
            numerator:
              - field: STATE
                type: IN
                values: [SUCCESS, WARNING]
        - id: table
          type: io.kestra.plugin.core.dashboard.chart.Table
          data:
            type: io.kestra.plugin.core.dashboard.data.Executions
            columns:
              flow:
                field: FLOW_ID
              env:
                field: LABELS
                labelKey: env
            where:
              - type: OR
                values:
                  - field: STATE
                    type: EQUAL_TO
                    value: FAILED
                  - field: LABELS
                    labelKey: env
                    type: EQUAL_TO
                    value: prod
            orderBy:
              - column: flow
                order: DESC
        - id: lines
          type: io.kestra.plugin.core.dashboard.chart.Bar
          chartOptions:
            column: level
          data:
            type: io.kestra.plugin.core.dashboard.data.Logs
            columns:
              level:
                field: LEVEL
              total:
                agg: COUNT
        - id: text
          type: io.kestra.plugin.core.dashboard.chart.Markdown
          content: "## Hello"
      """;

  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void open() {
    site = new Installation(directory);
    site.save("quick", "", "one");
    site.save("doomed", "", "fail");
    site.post("/api/v1/executions/team/quick?wait=true&labels=env:prod");
    site.post("/api/v1/executions/team/quick?wait=true");
    site.post("/api/v1/executions/team/quick?wait=true");
    site.post("/api/v1/executions/team/doomed?wait=true");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private String rows(String chart, String body) {
    Reply reply = site.post(DASHBOARDS + "/overview/charts/" + chart, body);
    assertThat(reply.status()).as("%s", reply.json()).isEqualTo(200);
    return reply.json().get("results").toString();
  }

  @Test
  void aDashboardIsCreatedChangedFoundAndRemoved() {
    JsonNode created = site.post(DASHBOARDS, OVERVIEW).json();

    assertThat(created.get("id").asString()).isEqualTo("overview");
    assertThat(created.get("sourceCode").asString()).isEqualTo(OVERVIEW);
    assertThat(created.get("timeWindow").get("max").asString()).isEqualTo("PT720H");
    assertThat(created.get("charts")).hasSize(5);
    assertThat(site.post(DASHBOARDS, OVERVIEW).status()).isEqualTo(422);
    assertThat(
            site.put(DASHBOARDS + "/overview", "title: Other\ncharts: []\n")
                .json()
                .get("title")
                .asString())
        .isEqualTo("Other");
    assertThat(site.put(DASHBOARDS + "/overview", "id: x\ntitle: Other\ncharts: []\n").status())
        .isEqualTo(422);
    assertThat(site.get(DASHBOARDS + "?q=oth&sort=updated:desc").json().get("total").asInt())
        .isEqualTo(1);
    assertThat(site.get(DASHBOARDS + "?q=none").json().get("total").asInt()).isZero();
    assertThat(site.delete(DASHBOARDS + "/overview").status()).isEqualTo(204);
    assertThat(site.get(DASHBOARDS + "/overview").status()).isEqualTo(404);
    assertThat(site.delete(DASHBOARDS + "/overview").status()).isEqualTo(404);
    assertThat(site.post(DASHBOARDS, "title: No id\ncharts: []\n").json().get("id").asString())
        .isNotBlank();
  }

  @Test
  void chartsShowTheirFigures() {
    site.post(DASHBOARDS, OVERVIEW);

    assertThat(rows("over_time", "{}"))
        .matches(".*\"date\":\"....-..-..T00:00:00Z\",\"state\":\"FAILED\",\"total\":1,.*")
        .contains("\"state\":\"SUCCESS\",\"total\":3,\"duration\":0.");
    assertThat(rows("share", "{}")).isEqualTo("[{\"value\":75.0}]");
    assertThat(rows("table", "{}"))
        .isEqualTo("[{\"flow\":\"quick\",\"env\":\"prod\"},{\"flow\":\"doomed\",\"env\":null}]");
    assertThat(rows("table", "{\"pageSize\":1,\"pageNumber\":2}")).contains("doomed");
    assertThat(rows("lines", "{}")).contains("{\"level\":\"WARN\",\"total\":");
    assertThat(site.post(DASHBOARDS + "/overview/charts/text", "{}").status()).isEqualTo(422);
    assertThat(site.post(DASHBOARDS + "/overview/charts/none", "{}").status()).isEqualTo(404);
    assertThat(site.post(DASHBOARDS + "/overview/charts/table/export/to-csv", "{}").http().body())
        .startsWith("flow,env")
        .contains("quick,prod");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"filters":[{"field":"flowId","operation":"EQUALS","value":"quick"}]}       | 100.0
          {"filters":[{"field":"state","operation":"IN","value":["FAILED"]}]}         | 0.0
          {"filters":[{"field":"labels","operation":"EQUALS","value":{"env":"prod"}}]}| 100.0
          {"filters":[{"field":"timeRange","operation":"EQUALS","value":"PT1H"}]}     | 75.0
          {"namespace":"team"}                                                        | 75.0
          {"namespace":"other"}                                                       | 0.0
          {"labels":{"env":"prod"}}                                                   | 100.0
          {"startDate":"2020-01-01T00:00:00Z","endDate":"2020-01-10T00:00:00Z"}       | 0.0
          """)
  void chartsAreNarrowedByWhatTheirPageShows(String body, String share) {
    site.post(DASHBOARDS, OVERVIEW);

    assertThat(rows("share", body)).isEqualTo("[{\"value\":" + share + "}]");
  }

  @Test
  void aWindowLongerThanTheDashboardAllowsIsRefused() {
    site.post(DASHBOARDS, OVERVIEW);

    Reply refused =
        site.post(
            DASHBOARDS + "/overview/charts/share", "{\"startDate\":\"2020-01-01T00:00:00Z\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("message").asString()).contains("30 days");
  }

  @Test
  void aChartIsTriedOutBeforeItIsSaved() {
    String chart =
        """
        id: flows
        type: %sPie
        chartOptions:
          colorByColumn: namespace
        data:
          type: %sFlows
          columns:
            namespace:
              field: NAMESPACE
            total:
              agg: COUNT
        """
            .formatted(CHART, DATA);
    String body = new JsonMapper().writeValueAsString(Map.of("chart", chart));

    assertThat(site.post(DASHBOARDS + "/charts/preview", body).json().get("results").toString())
        .isEqualTo("[{\"namespace\":\"team\",\"total\":2}]");
    assertThat(site.post(DASHBOARDS + "/validate/chart", chart).json().has("constraints"))
        .isFalse();
    assertThat(site.post(DASHBOARDS + "/charts/preview", "{\"chart\":\"id: x\"}").status())
        .isEqualTo(422);
  }

  @Test
  void editorsGetASchema() {
    JsonNode schema = site.get("/api/v1/plugins/schemas/dashboard").json();

    assertThat(schema.get("required").toString()).isEqualTo("[\"title\",\"charts\"]");
    assertThat(schema.toString()).contains(CHART + "TimeSeries", DATA + "Executions", "LABELS");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          description: All of it     | `descriptio: x`              | line 3, column 1): There is no property 'descriptio'
          title: What happened       | `title:`                     | 'title' is missing
            max: P30D                | `  max: P400D`               | at most 366 days
            default: P7D             | `  default: soon`            | 'soon' is not a length of time
            default: P7D             | `  default: P60D`            | must not be longer than 'max'
            - id: share              | `  - id: over_time`          | another chart with the id 'over_time'
            - id: share              | `  - id: a b`                | 'a b' is not an id
                  column: date       | `      column: when`         | There is no column 'when'
                  column: date       | `      column: state`        | 'state' is not a date
                  column: level      | `      width: 13`            | 'chartOptions.column' is missing
                  column: level      | `      width: 13`            | from 1 to 12
                        field: STATE | `            field: COLOUR`  | 'COLOUR' is not possible here
                agg: COUNT           | `          agg: MOST`        | 'MOST' is not possible here
                order: DESC          | `          order: UP`        | 'UP' is not possible here
                - column: flow       | `        - column: floor`    | There is no column 'floor'
          """)
  void mistakesAreNamedWithTheirPlace(String line, String mistake, String complaint) {
    String source = OVERVIEW.replaceFirst("(?m)^ *" + line.strip() + "$", mistake);
    assertThat(source).isNotEqualTo(OVERVIEW);

    Reply checked = site.post(DASHBOARDS + "/validate", source);

    assertThat(checked.json().get("constraints").asString()).contains(complaint);
    assertThat(site.post(DASHBOARDS, source).status()).isEqualTo(422);
  }
}
