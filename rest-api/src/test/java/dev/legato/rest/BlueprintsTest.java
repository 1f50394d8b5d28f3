package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Blueprints: how they are found and shown. */
class BlueprintsTest {
  private static final String ALL = "/api/v1/main/blueprints/community/flow";

  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void start() {
    site = new Installation(directory);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private List<String> ids(String query) {
    var ids = new ArrayList<String>();
    site.get(ALL + "?size=1000" + query)
        .json()
        .get("results")
        .forEach(blueprint -> ids.add(blueprint.get("id").asString()));
    return ids;
  }

  @Test
  void theCatalogueNamesEveryFile() throws Exception {
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(ids(""))
          .containsExactlyInAnyOrderElementsOf(
              files.map(file -> file.getFileName().toString().replaceAll("\\.yaml$", "")).toList());
    }
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(BlueprintsTest.class.getResource("/dev/legato/rest/blueprint/flow"))
            .toURI());
  }

  @Test
  void everyBlueprintIsDescribed() {
    site.get(ALL + "?size=1000")
        .json()
        .get("results")
        .forEach(
            blueprint -> {
              assertThat(blueprint.get("title").asString()).isNotBlank();
              assertThat(blueprint.get("description").asString()).isNotBlank();
              assertThat(blueprint.get("includedTasks")).isNotEmpty();
              assertThat(blueprint.get("tags")).isNotEmpty();
              assertThat(blueprint.has("source")).isFalse();
            });
  }

  @Test
  void blueprintsAreFoundByTextAndTags() {
    assertThat(ids("&q=PARQUET")).contains("csv-to-parquet").doesNotContain("hello-world");
    assertThat(ids("&tags=Scripts,Node")).containsExactly("node-script");
    assertThat(ids("&q=no%20such%20text")).isEmpty();
    assertThat(ids("&sort=id:asc")).isSorted().hasSizeGreaterThan(30);
    assertThat(ids("")).startsWith("hello-world");
  }

  @Test
  void aPageSaysHowManyThereAre() {
    JsonNode page = site.get(ALL + "?page=2&size=3").json();
    assertThat(page.get("results")).hasSize(3);
    assertThat(page.get("total").asInt()).isEqualTo(ids("").size());
  }

  @Test
  void aBlueprintIsShownWithItsSource() {
    JsonNode shown = site.get(ALL + "/hello-world").json();
    assertThat(shown.get("source").asString()).startsWith("id: hello-world\n");
    assertThat(shown.get("kind").asString()).isEqualTo("flow");
    assertThat(shown.get("includedTasks").get(0).asString())
        .isEqualTo("io.kestra.plugin.core.log.Log");

    Reply source = site.get(ALL + "/hello-world/source");
    assertThat(source.http().body()).isEqualTo(shown.get("source").asString());
    assertThat(site.get(ALL + "/hello-world/graph").status()).isEqualTo(422); // no such type here
    assertThat(site.get(ALL + "/none").status()).isEqualTo(404);
  }

  @Test
  void everyDashboardBlueprintIsValidAndAnswersForEachChart() throws Exception {
    Path folder = folder().resolveSibling("dashboard");
    List<String> names;
    try (Stream<Path> files = Files.list(folder)) {
      names = files.map(file -> file.getFileName().toString().replace(".yaml", "")).toList();
    }
    JsonNode listed = site.get("/api/v1/main/blueprints/community/dashboard?size=100").json();
    assertThat(listed.get("results").valueStream().map(one -> one.get("id").asString()))
        .hasSizeGreaterThanOrEqualTo(6)
        .containsExactlyInAnyOrderElementsOf(names);
    for (JsonNode blueprint : listed.get("results")) {
      assertThat(blueprint.get("description").asString()).isNotBlank();
      askEveryChart(blueprint.get("id").asString());
    }
  }

  private void askEveryChart(String blueprint) {
    String source =
        site.get("/api/v1/main/blueprints/community/dashboard/" + blueprint + "/source")
            .http()
            .body();
    Reply kept = site.post("/api/v1/main/dashboards", source);
    assertThat(kept.status()).as("%s: %s", blueprint, kept.http().body()).isEqualTo(200);
    String id = kept.json().get("id").asString();
    for (JsonNode chart : kept.json().get("charts")) {
      if (!chart.get("type").asString().endsWith(".Markdown")) {
        String path =
            "/api/v1/main/dashboards/%s/charts/%s".formatted(id, chart.get("id").asString());
        assertThat(site.post(path, "{}").status()).as(path).isEqualTo(200);
      }
    }
  }

  @Test
  void olderClientsNameNoKind() {
    String old = "/api/v1/blueprints/community";
    assertThat(site.get(old).json().get("total").asInt()).isEqualTo(ids("").size());
    assertThat(site.get(old + "/hello-world").json().get("flow").asString()).isNotBlank();
    assertThat(site.get(old + "/hello-world/flow").http().body()).startsWith("id: hello-world\n");
    assertThat(site.get(old + "/tags").json().get(0).get("name").asString()).isNotBlank();
  }

  @Test
  void tagsAreListedByHowTheyBegin() {
    assertThat(site.get(ALL + "/tags?q=scr").json()).hasSize(1);
  }
}
