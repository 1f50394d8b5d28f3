package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowSetsTest {
  private static final String FLOWS = "/api/v1/main/flows";

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

  private static String source(String namespace, String id) {
    return """
    id: %s
    namespace: %s # where
    tasks:
      - id: one
        type: test.Echo
        text: hello
    """
        .formatted(id, namespace);
  }

  private Reply post(String path, String body) {
    return site.post(FLOWS + path, body);
  }

  private Reply deleteWithBody(String path, String body) {
    return site.send(
        site.request(FLOWS + path).method("DELETE", BodyPublishers.ofString(body)).build());
  }

  private String idsOf(String namespace) {
    return String.join(",", site.get(FLOWS + "/" + namespace).json().findValuesAsString("id"))
        .replace("one,", "")
        .replace(",one", "");
  }

  @Test
  void theFlowsOfANamespaceBecomeThoseOfTheBody() {
    post("", source("team", "old"));
    post("", source("team", "kept"));
    post("", source("team.sub", "below"));

    Reply kept = post("/team?delete=false", source("team", "new"));
    assertThat(kept.status()).as("%s", kept.json()).isEqualTo(200);
    assertThat(idsOf("team")).isEqualTo("kept,new,old");

    Reply replaced = post("/team", source("team", "kept") + "---\n" + source("team", "fresh"));
    assertThat(replaced.json()).hasSize(4);
    assertThat(idsOf("team")).isEqualTo("fresh,kept");
    assertThat(site.get(FLOWS + "/team/kept").json().get("revision").asInt()).isEqualTo(1);
    assertThat(idsOf("team.sub")).isEqualTo("below");
  }

  @Test
  void nothingIsSavedUnlessAllIsValid() {
    post("", source("team", "old"));

    Reply refused =
        post(
            "/bulk",
            source("team", "good") + "---\n" + source("team", "bad").replace("Echo", "No"));

    assertThat(refused.status()).isEqualTo(422);
    var error = refused.json().get("_embedded").get("errors").get(0);
    assertThat(error.get("message").asString()).startsWith("flow 2: ");
    assertThat(error.get("code").asString()).isEqualTo("UNKNOWN_TYPE");
    assertThat(error.get("path").asString()).isEqualTo("tasks[0].type");
    assertThat(idsOf("team")).isEqualTo("old");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /other                                             | 422
          /other?override=true                               | 200
          /bulk?namespace=te                                 | 422
          /bulk?namespace=team                               | 422
          /bulk?namespace=team&allowNamespaceChild=true      | 200
          /bulk                                              | 200
          """)
  void aFlowOfAnotherNamespaceIsRefusedOrMoved(String path, int status) {
    assertThat(post(path, source("team.sub", "load")).status()).isEqualTo(status);

    assertThat(idsOf("other")).isEqualTo(path.contains("override") ? "load" : "");
    if (path.contains("override")) {
      assertThat(site.get(FLOWS + "/other/load?source=true").json().get("source").asString())
          .isEqualTo(source("other", "load"));
    }
  }

  @Test
  void aFlowThatIsThereTwiceIsRefused() {
    assertThat(post("/bulk", source("team", "a") + "---\n" + source("team", "a")).status())
        .isEqualTo(422);
  }

  @Test
  void withoutANamespaceOnlyNamespacesOfTheBodyAreCleared() {
    post("", source("team", "old"));
    post("", source("elsewhere", "untouched"));

    post("/bulk", source("team", "new"));

    assertThat(idsOf("team")).isEqualTo("new");
    assertThat(idsOf("elsewhere")).isEqualTo("untouched");
  }

  @Test
  void switchingCountsWhatReallyChanged() {
    post("", source("team", "a"));
    post("", source("team", "b"));
    String ids = "[{\"namespace\":\"team\",\"id\":\"a\"},{\"namespace\":\"team\",\"id\":\"none\"}]";

    assertThat(post("/disable/by-ids", ids).http().body()).isEqualTo("{\"count\":1}");
    assertThat(post("/disable/by-ids", ids).http().body()).isEqualTo("{\"count\":0}");
    var flow = site.get(FLOWS + "/team/a?source=true").json();
    assertThat(flow.get("disabled").asBoolean()).isTrue();
    assertThat(flow.get("revision").asInt()).isEqualTo(2);
    assertThat(flow.get("source").asString()).contains("namespace: team # where\ndisabled: true\n");
    assertThat(post("/disable/by-query?namespace=team", "").http().body())
        .isEqualTo("{\"count\":1}");
    assertThat(post("/enable/by-query?namespace=team", "").http().body())
        .isEqualTo("{\"count\":2}");
    assertThat(post("/enable/by-ids", ids).http().body()).isEqualTo("{\"count\":0}");
    assertThat(post("/enable/by-ids", "[{\"id\":\"a\"}]").status()).isEqualTo(422);
  }

  @Test
  void aSourceThatCannotBeEditedIsNamedAndNothingChanges() {
    post("", source("team", "a"));
    String json =
        "{\"id\":\"b\",\"namespace\":\"team\",\"tasks\":[{\"id\":\"one\",\"type\":\"test.Echo\",\"text\":\"x\"}]}";
    assertThat(post("", json).status()).isEqualTo(200);

    Reply refused = post("/disable/by-query?namespace=team", "");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().get("message").asString()).isEqualTo("invalid bulk disable");
    assertThat(refused.json().get("invalids").get(0).get("invalidValue").asString())
        .isEqualTo("team.b");
    assertThat(site.get(FLOWS + "/team/a").json().get("disabled").asBoolean()).isFalse();
  }

  @Test
  void flowsAreRemovedByIdsOrByQuery() {
    post("", source("team", "a"));
    post("", source("team", "b"));
    post("", source("team.sub", "c"));

    assertThat(
            deleteWithBody("/delete/by-ids", "[{\"namespace\":\"team\",\"id\":\"a\"}]")
                .http()
                .body())
        .isEqualTo("{\"count\":1}");
    assertThat(
            deleteWithBody("/delete/by-ids", "[{\"namespace\":\"team\",\"id\":\"a\"}]")
                .http()
                .body())
        .isEqualTo("{\"count\":0}");
    assertThat(deleteWithBody("/delete/by-ids", "{}").status()).isEqualTo(422);
    assertThat(site.delete(FLOWS + "/delete/by-query?namespace=team").http().body())
        .isEqualTo("{\"count\":2}");
    assertThat(site.delete(FLOWS + "/delete/by-query?filters%5Bnope%5D%5BEQUALS%5D=x").status())
        .isEqualTo(400);
  }

  @Test
  void whatWasExportedCanBeImportedAgain() throws Exception {
    post("", source("team", "a"));
    post("", source("team", "b"));

    byte[] archive =
        site.client()
            .send(
                site.request(FLOWS + "/export/by-query?namespace=team").build(),
                BodyHandlers.ofByteArray())
            .body();
    var entries = new TreeMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(entries)
        .containsOnlyKeys("team.a.yml", "team.b.yml")
        .containsEntry("team.a.yml", source("team", "a"));

    site.delete(FLOWS + "/delete/by-query?namespace=team");
    Reply imported = upload("/import", "flows.zip", archive);
    assertThat(imported.http().body()).isEqualTo("[]");
    assertThat(idsOf("team")).isEqualTo("a,b");

    assertThat(post("/export/by-ids", "[{\"namespace\":\"team\",\"id\":\"a\"}]").status())
        .isEqualTo(200);
    assertThat(post("/export/by-ids", "[{\"namespace\":\"team\",\"id\":\"z\"}]").status())
        .isEqualTo(404);
    assertThat(site.get(FLOWS + "/export/by-query/csv?namespace=team").http().body())
        .startsWith("namespace,id,revision,disabled,description,updated\r\nteam,a,");
  }

  @Test
  void importedDocumentsThatAreNotValidAreNamed() {
    byte[] text =
        (source("team", "a") + "---\nid: broken\n---\n" + source("team", "b"))
            .getBytes(StandardCharsets.UTF_8);

    assertThat(upload("/import?failOnError=true", "f.yaml", text).status()).isEqualTo(422);
    assertThat(idsOf("team")).isEmpty();
    assertThat(upload("/import", "f.yaml", text).http().body()).isEqualTo("[\"1\"]");
    assertThat(idsOf("team")).isEqualTo("a,b");
    assertThat(upload("/import", "f.txt", text).status()).isEqualTo(422);
    assertThat(upload("/import", "f.zip", text).status()).isEqualTo(422);
    assertThat(post("/import", "").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x.yml", "/etc/x.yml", "a/../../x.yml", "a\\b.yml", "C:x.yml"})
  void anArchiveWithHostileNamesIsNotImported(String name) throws Exception {
    byte[] archive = zip("good.yml", source("team", "a"), name, source("team", "b"));

    boolean absolute = name.startsWith("/");
    assertThat(upload("/import", "flows.zip", archive).status()).isEqualTo(absolute ? 200 : 422);
    assertThat(idsOf("team")).isEqualTo(absolute ? "a,b" : "");
  }

  @Test
  void anArchiveThatUnpacksToTooMuchIsNotImported() throws Exception {
    byte[] bomb = zip("a.yml", source("team", "a"), "b.yml", "# ".repeat(1024 * 1024));
    byte[] twins = zip("a.yml", source("team", "a"), "A.yml", source("team", "a"));

    assertThat(bomb).hasSizeLessThan(20_000);
    assertThat(upload("/import", "flows.zip", bomb).status()).isEqualTo(422);
    assertThat(upload("/import", "flows.zip", twins).status()).isEqualTo(422);
    assertThat(idsOf("team")).isEmpty();
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private Reply upload(String path, String fileName, byte[] content) {
    return site.upload(FLOWS + path, "fileUpload", fileName, content);
  }

  @Test
  void sourcesAreSearchedAndTheirLinesMarked() {
    post("", source("team", "a"));
    post("", source("other", "b"));

    var found = site.get(FLOWS + "/source?q=NAMESPACE:%20team&sort=id:asc").json();

    assertThat(found.get("total").asInt()).isEqualTo(1);
    assertThat(found.get("results").get(0).get("model").get("id").asString()).isEqualTo("a");
    assertThat(found.get("results").get(0).get("fragments").toString())
        .isEqualTo("[\"[mark]namespace: team[/mark] # where\"]");
    assertThat(site.get(FLOWS + "/source?namespace=other").json().get("total").asInt())
        .isEqualTo(1);
    assertThat(site.get(FLOWS + "/source?q=nowhere").json().get("total").asInt()).isZero();
    assertThat(site.get(FLOWS + "/source?sort=x").status()).isEqualTo(400);
  }

  @Test
  void aTaskIsShownWhereverItIs() {
    post(
        "",
        """
        id: deep
        namespace: team
        tasks:
          - id: outer
            type: io.kestra.plugin.core.flow.Sequential
            tasks:
              - id: inner
                type: test.Echo
                text: first
        """);

    assertThat(site.get(FLOWS + "/team/deep/tasks/inner").http().body())
        .isEqualTo("{\"id\":\"inner\",\"type\":\"test.Echo\",\"text\":\"first\"}");
    assertThat(site.get(FLOWS + "/team/deep/tasks/inner?revision=1").status()).isEqualTo(200);
    assertThat(site.get(FLOWS + "/team/deep/tasks/inner?revision=2").status()).isEqualTo(404);
    assertThat(site.get(FLOWS + "/team/deep/tasks/none").status()).isEqualTo(404);
    assertThat(site.get(FLOWS + "/team/none/tasks/inner").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /task?section=TASKS    | {"id":"a","type":"test.Echo","text":"x"}    |
          /task?section=TASKS    | {"id":"a","type":"test.Nothing"}            | UNKNOWN_TYPE
          /task                  | id: a                                       | MISSING_PROPERTY
          /trigger               | {"id":"a","type":"test.Nothing"}            | UNKNOWN_TYPE
          /task?section=TRIGGERS | {"id":"a","type":"test.Nothing"}            | UNKNOWN_TYPE
          """)
  void aTaskOrTriggerIsCheckedOnItsOwn(String path, String body, String code) {
    Reply checked = post("/validate" + path, body);

    assertThat(checked.status()).isEqualTo(200);
    assertThat(checked.json().has("constraints")).isEqualTo(code != null);
    if (code != null) {
      assertThat(checked.json().get("problems").findValuesAsString("code")).contains(code);
    }
    assertThat(post("/validate/task?section=INPUTS", body).status()).isEqualTo(400);
  }

  @Test
  void flowsWithOldNamesOfTypesAreListed() {
    post("", source("team", "modern"));
    post(
        "",
        """
        id: old
        namespace: team
        tasks:
          - id: outer
            type: io.kestra.core.tasks.flows.Sequential
            tasks:
              - id: inner
                type: test.Echo
                text: first
        """);

    assertThat(site.get(FLOWS + "/deprecated?namespace=team").http().body())
        .isEqualTo(
            "[{\"namespace\":\"team\",\"flowId\":\"old\",\"revision\":1,\"deprecatedTasks\":[\"tasks[0].type\"]}]");
  }
}
