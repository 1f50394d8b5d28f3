package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PluginsTest {
  private static final String PLUGINS = "/api/v1/plugins";

  @TempDir private static Path directory;
  private static Installation site;

  @BeforeAll
  static void open() {
    site = new Installation(directory);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void pluginsAreListedWithTheirTypes() {
    JsonNode plugins = site.get(PLUGINS).json();

    assertThat(plugins.findValuesAsString("cls"))
        .contains("test.Echo", "io.kestra.plugin.core.flow.Parallel")
        .contains("io.kestra.plugin.core.trigger.Schedule");
    JsonNode core = named(plugins, "core");
    assertThat(core.get("group").asString()).isEqualTo("io.kestra.plugin.core");
    assertThat(core.get("taskRunners")).isEmpty();
    assertThat(core.get("tasks").get(0).get("title").asString()).isNotEmpty();
    assertThat(named(site.get(PLUGINS + "/groups/subgroups").json(), "flow").get("subGroup"))
        .hasToString("\"io.kestra.plugin.core.flow\"");
    assertThat(site.get(PLUGINS + "/icons").http().body()).isEqualTo("{}");
    assertThat(site.get(PLUGINS + "/icons/groups").http().body()).isEqualTo("{}");
  }

  private static JsonNode named(JsonNode plugins, String name) {
    for (JsonNode plugin : plugins) {
      if (plugin.get("name").asString().equals(name)) {
        return plugin;
      }
    }
    throw new AssertionError("There is no plugin " + name + " in " + plugins);
  }

  @Test
  void aTypeIsDescribedInAnyOfItsSpellings() {
    JsonNode echo = site.get(PLUGINS + "/test.Echo").json();

    assertThat(echo.get("markdown").asString())
        .startsWith("# test.Echo\n\nDoes nothing.\n")
        .contains("| `text` (required) | a text |  | A text. |");
    assertThat(echo.get("schema").get("properties").get("properties").get("text").toString())
        .contains("A text.");
    assertThat(echo.get("schema").has("outputs")).isTrue();
    assertThat(site.get(PLUGINS + "/io.kestra.core.tasks.flows.Parallel").json())
        .isEqualTo(site.get(PLUGINS + "/io.kestra.plugin.core.flow.Parallel").json());
    assertThat(site.get("/api/v1/main/plugins/core.flow.Parallel").status()).isEqualTo(200);
    assertThat(site.get(PLUGINS + "/java.lang.String").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"flow, object", "task, ", "trigger, ", "condition, ", "input, "})
  void everySchemaRefersOnlyToWhatItHas(String kind, String type) {
    for (boolean list : new boolean[] {false, true}) {
      JsonNode schema = site.get(PLUGINS + "/schemas/" + kind + "?arrayOf=" + list).json();

      assertThat(schema.get("$schema").asString()).contains("draft-07");
      if (list || type != null) {
        assertThat(schema.get("type").asString()).isEqualTo(list ? "array" : type);
      }
      List<String> dangling = new ArrayList<>();
      for (String reference : schema.findValuesAsString("$ref")) {
        if (schema.at(reference.substring(1)).isMissingNode()) {
          dangling.add(reference);
        }
      }
      assertThat(dangling).isEmpty();
    }
  }

  @Test
  void theSchemaOfFlowsKnowsTheInstalledTypes() {
    assertThat(site.get("/api/v1/main/plugins/schemas/flow").json().get("definitions").toString())
        .contains("\"test.Echo\"", "\"io.kestra.plugin.core.flow.Parallel\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/schemas/app", "/inputs/NUMBER", "/none"})
  void whatDoesNotExistIsNotDescribed(String path) {
    assertThat(site.get(PLUGINS + path).status()).isEqualTo(404);
  }

  @Test
  void inputsFiltersAndFunctionsAreListed() {
    assertThat(site.get(PLUGINS + "/inputs").json().findValuesAsString("type"))
        .contains("STRING", "FILE", "MULTISELECT");
    assertThat(site.get(PLUGINS + "/inputs/int").json().get("schema").get("properties").toString())
        .contains("min");
    assertThat(site.get("/api/v1/pebble/filters").json().toString()).contains("\"upper\"");
    assertThat(site.get("/api/v1/main/pebble/functions").json().findValuesAsString("name"))
        .contains("now");
  }
}
