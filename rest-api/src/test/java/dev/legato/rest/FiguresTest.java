package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  private static final String METRICS = "/api/v1/main/metrics/";
  private static final String FLOW = "/team/quick";

  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void open() {
    site = new Installation(directory);
    site.save("quick", "", "one", "two");
    site.post("/api/v1/executions/team/quick?wait=true");
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void theFiguresOfAFlowAreListed() {
    assertThat(site.get(METRICS + "names" + FLOW).http().body()).isEqualTo("[\"rows\"]");
    assertThat(site.get(METRICS + "names" + FLOW + "/one").http().body()).isEqualTo("[\"rows\"]");
    assertThat(site.get(METRICS + "names" + FLOW + "/none").http().body()).isEqualTo("[]");
    assertThat(site.get(METRICS + "tasks" + FLOW).http().body()).isEqualTo("[\"one\",\"two\"]");
  }

  @Test
  void aFigureIsShownOverTimeWithoutGaps() {
    var sum = site.get(METRICS + "aggregates" + FLOW + "/rows").json();

    assertThat(sum.get("groupBy").asString()).isEqualTo("day");
    assertThat(sum.get("aggregations").findValuesAsString("value"))
        .hasSizeBetween(31, 32)
        .containsOnly("0.0", "6.0")
        .endsWith("6.0");
    assertThat(
            site.get(METRICS + "aggregates" + FLOW + "/one/rows?aggregation=max")
                .json()
                .findValuesAsString("value"))
        .endsWith("3.0");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T00:00Z, 2026-01-01T06:00Z, minute, 360",
    "2026-01-01T00:00Z, 2026-01-02T00:00Z, hour, 24",
    "2026-01-01T12:00Z, 2026-01-03T12:00Z, day, 3",
    "2025-01-01T00:00Z, 2025-12-01T00:00Z, week, 48",
    "2024-01-15T00:00Z, 2026-01-01T00:00Z, month, 24"
  })
  void aLongerTimeIsCutIntoLongerPieces(String from, String to, String piece, int pieces) {
    var shown =
        site.get(METRICS + "aggregates%s/rows?startDate=%s&endDate=%s".formatted(FLOW, from, to))
            .json();

    assertThat(shown.get("groupBy").asString()).isEqualTo(piece);
    assertThat(shown.get("aggregations")).hasSize(pieces);
  }

  @ParameterizedTest
  @CsvSource({
    "aggregation=mode",
    "startDate=2026-01-02T00:00Z&endDate=2026-01-01T00:00Z",
    "startDate=1800-01-01T00:00Z",
    "startDate=yesterday"
  })
  void whatMakesNoSenseIsRefused(String query) {
    assertThat(site.get(METRICS + "aggregates" + FLOW + "/rows?" + query).status()).isEqualTo(400);
  }
}
