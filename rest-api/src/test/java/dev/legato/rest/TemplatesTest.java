package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates: how they are created, changed, found, checked, exported and removed. */
class TemplatesTest {
  private static final String TASKS =
      "tasks:\n  - id: a\n    type: test.Echo\n    text: \"{{ parent.outputs.args.x }}\"\n";

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

  private static String source(String namespace, String id) {
    return "id: %s\nnamespace: %s\n%s".formatted(id, namespace, TASKS);
  }

  private Reply create(String namespace, String id) {
    return installation.post("/api/v1/templates", source(namespace, id));
  }

  private Reply deleteWith(String path, String body) {
    return installation.send(
        installation.request(path).method("DELETE", BodyPublishers.ofString(body)).build());
  }

  @Test
  void aTemplateIsCreatedShownChangedAndRemoved() {
    Reply created = create("team", "shared");
    assertThat(created.status()).isEqualTo(200);
    assertThat(created.json().get("revision").asInt()).isEqualTo(1);
    assertThat(created.json().get("tasks").get(0).get("id").asString()).isEqualTo("a");
    assertThat(create("team", "shared").json().get("message").asString())
        .contains("exists already in namespace 'team'");

    String path = "/api/v1/main/templates/team/shared";
    Reply changed =
        installation.put(path, source("team", "shared") + "description: Words\nerrors: []\n");
    assertThat(changed.json().get("revision").asInt()).isEqualTo(2);
    assertThat(installation.get(path).json().get("description").asString()).isEqualTo("Words");
    assertThat(installation.put(path, source("team", "other")).status()).isEqualTo(422);

    assertThat(installation.delete(path).status()).isEqualTo(204);
    assertThat(installation.get(path).status()).isEqualTo(404);
    assertThat(installation.delete(path).status()).isEqualTo(404);
    assertThat(installation.put(path, source("team", "shared")).status()).isEqualTo(404);
    assertThat(create("team", "shared").json().get("revision").asInt()).isEqualTo(4);
  }

  @Test
  void aTemplateIsReadFromJson() {
    Reply created =
        installation.post(
            "/api/v1/templates",
            "{\"id\":\"j\",\"namespace\":\"team\",\"deleted\":false,"
                + "\"tasks\":[{\"id\":\"a\",\"type\":\"test.Echo\",\"text\":\"hi\"}]}",
            "Content-Type",
            "application/json");

    assertThat(created.status()).isEqualTo(200);
    assertThat(created.json().get("tasks").get(0).get("text").asString()).isEqualTo("hi");
  }

  @Test
  void mistakesAreToldWithTheirPlace() {
    Reply refused =
        installation.post("/api/v1/templates", "id: x\nnamespace: team\nmood: good\ntasks: []\n");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().toString())
        .contains("A template has no property 'mood'", "A template needs at least one task");
  }

  @Test
  void validationNamesEveryDocument() {
    Reply checked =
        installation.post(
            "/api/v1/templates/validate", source("team", "x") + "---\nid: y\nnamespace: team\n");

    assertThat(checked.json()).hasSize(2);
    assertThat(checked.json().get(0).has("constraints")).isFalse();
    assertThat(checked.json().get(0).get("flow").asString()).isEqualTo("x");
    assertThat(checked.json().get(1).get("constraints").asString()).contains("'tasks'");
  }

  @Test
  void templatesAreFound() {
    create("team", "one");
    create("team.sub", "two");
    create("other", "three");

    assertThat(
            installation
                .get("/api/v1/templates/search?namespace=team&sort=id:desc")
                .json()
                .get("results")
                .findValuesAsString("id"))
        .contains("two", "one")
        .doesNotContain("three");
    assertThat(installation.get("/api/v1/templates/search?q=thr").json().get("total").asInt())
        .isEqualTo(1);
    assertThat(installation.get("/api/v1/templates/distinct-namespaces?q=team").json())
        .hasToString("[\"team\",\"team.sub\"]");
  }

  @Test
  void theTemplatesOfANamespaceAreReplacedAllOrNone() {
    create("team", "old");
    Reply refused =
        installation.post("/api/v1/templates/team", source("team", "x") + "---\nid: y\n");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(installation.get("/api/v1/templates/team/x").status()).isEqualTo(404);

    Reply wrongPlace = installation.post("/api/v1/templates/team", source("other", "x"));
    assertThat(wrongPlace.json().toString()).contains("is in namespace 'other', not in 'team'");

    Reply kept = installation.post("/api/v1/templates/team?delete=false", source("team", "x"));
    assertThat(kept.json()).hasSize(1);
    assertThat(installation.get("/api/v1/templates/team/old").status()).isEqualTo(200);

    installation.post("/api/v1/templates/team", source("team", "x"));
    assertThat(installation.get("/api/v1/templates/team/old").status()).isEqualTo(404);
  }

  @Test
  void templatesGoOutAsAnArchiveAndComeBack() throws Exception {
    create("team", "one");
    create("team", "two");
    byte[] archive =
        installation
            .client()
            .send(
                installation.request("/api/v1/templates/export/by-query").build(),
                BodyHandlers.ofByteArray())
            .body();
    var names = new ArrayList<String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertThat(names).containsExactly("team.one.yml", "team.two.yml");

    Reply gone = deleteWith("/api/v1/templates/delete/by-query?namespace=team", "");
    assertThat(gone.json()).hasToString("{\"count\":2}");
    Reply read = installation.upload("/api/v1/templates/import", "fileUpload", "t.zip", archive);
    assertThat(read.json()).isEmpty();
    assertThat(installation.get("/api/v1/templates/team/two").status()).isEqualTo(200);
  }

  @Test
  void someTemplatesAreExportedAndRemovedByTheirNames() {
    create("team", "one");
    String one = "[{\"namespace\":\"team\",\"id\":\"one\"}]";
    String two = "[{\"namespace\":\"team\",\"id\":\"two\"}]";

    assertThat(installation.post("/api/v1/templates/export/by-ids", one).status()).isEqualTo(200);
    assertThat(installation.post("/api/v1/templates/export/by-ids", two).status()).isEqualTo(404);
    assertThat(deleteWith("/api/v1/templates/delete/by-ids", two).json())
        .hasToString("{\"count\":0}");
    assertThat(deleteWith("/api/v1/templates/delete/by-ids", one).json())
        .hasToString("{\"count\":1}");
  }

  @Test
  void whatIsNotValidInAFileIsTold() {
    Reply read =
        installation.upload(
            "/api/v1/templates/import",
            "fileUpload",
            "t.yml",
            (source("team", "x") + "---\nid: y\n").getBytes(StandardCharsets.UTF_8));

    assertThat(read.json()).hasToString("[\"1\"]");
    assertThat(installation.get("/api/v1/templates/team/x").status()).isEqualTo(200);
  }
}
