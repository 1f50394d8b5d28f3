package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowsTest {
  private static final String SOURCE =
      """
      # written by hand
      id: load
      namespace: company.team
      description: Loads
      labels:
        owner: ada
      tasks:
        - id: one
          type: test.Echo
          text: hello
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
  void aCreatedFlowIsShownAsItWasWritten() {
    var created = site.post("/api/v1/main/flows", SOURCE, "Content-Type", "application/x-yaml");

    assertThat(created.status()).isEqualTo(200);
    assertThat(created.json().toString())
        .startsWith(
            "{\"tenantId\":\"main\",\"id\":\"load\",\"namespace\":\"company.team\",\"revision\":1,"
                + "\"description\":\"Loads\",\"labels\":[{\"key\":\"owner\",\"value\":\"ada\"}],"
                + "\"disabled\":false,\"deleted\":false,\"updated\":");
    assertThat(created.json().get("source").asString()).isEqualTo(SOURCE);
    assertThat(created.json().get("tasks").get(0).get("type").asString()).isEqualTo("test.Echo");

    var shown = site.get("/api/v1/flows/company.team/load");
    assertThat(shown.json().has("source")).isFalse();
    assertThat(site.get("/api/v1/flows/company.team/load?source=true").json().get("source"))
        .isEqualTo(created.json().get("source"));
  }

  @Test
  void onlyAnotherSourceMakesAnotherRevision() {
    site.post("/api/v1/flows", SOURCE);

    var same = site.put("/api/v1/flows/company.team/load", SOURCE);
    var changed = site.put("/api/v1/flows/company.team/load", SOURCE.replace("hello", "bye"));

    assertThat(same.json().get("revision").asInt()).isEqualTo(1);
    assertThat(changed.json().get("revision").asInt()).isEqualTo(2);
    var first = site.get("/api/v1/flows/company.team/load?revision=1&source=true").json();
    assertThat(first.get("source").asString()).isEqualTo(SOURCE);
    assertThat(site.get("/api/v1/flows/company.team/load/revisions").json()).hasSize(2);
  }

  @Test
  void aRemovedFlowIsShownOnlyWhenAskedFor() {
    site.post("/api/v1/flows", SOURCE);

    assertThat(site.delete("/api/v1/flows/company.team/load").status()).isEqualTo(204);
    assertThat(site.delete("/api/v1/flows/company.team/load").status()).isEqualTo(404);
    assertThat(site.get("/api/v1/flows/company.team/load").status()).isEqualTo(404);
    var removed = site.get("/api/v1/flows/company.team/load?allowDeleted=true").json();
    assertThat(removed.get("deleted").asBoolean()).isTrue();
    var first = site.get("/api/v1/flows/company.team/load?allowDeleted=true&revision=1").json();
    assertThat(first.get("deleted").asBoolean()).isFalse();
    assertThat(site.get("/api/v1/flows/company.team/load/revisions").json()).hasSize(1);
    assertThat(site.get("/api/v1/flows/company.team/load/revisions?allowDelete=true").json())
        .hasSize(2);
    assertThat(site.get("/api/v1/flows/company.team").json()).isEmpty();
  }

  @Test
  void mistakesInASourceAreListedWithTheirPlace() {
    var answer = site.post("/api/v1/flows", SOURCE.replace("test.Echo", "test.Ecko"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("message").asString())
        .startsWith("Invalid entity: ")
        .contains("line 9", "test.Ecko");
    assertThat(answer.json().get("_embedded").get("errors")).hasSize(1);
    assertThat(answer.json().get("_links").get("self").get("href").asString())
        .isEqualTo("/api/v1/flows");
  }

  @Test
  void aFlowIsNeitherCreatedTwiceNorRenamed() {
    site.post("/api/v1/flows", SOURCE);

    assertThat(site.post("/api/v1/flows", SOURCE).status()).isEqualTo(422);
    assertThat(site.put("/api/v1/flows/company.team/other", SOURCE).status()).isEqualTo(422);
    String other = SOURCE.replace("id: load", "id: other");
    assertThat(site.put("/api/v1/flows/company.team/other", other).status()).isEqualTo(404);
  }

  @Test
  void aTooLargeSourceIsRefused() {
    String large = SOURCE + "# " + "x".repeat(1024 * 1024);

    assertThat(site.post("/api/v1/flows", large).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          namespace=company                                     | 2
          namespace=comp                                        | 0
          q=lo                                                  | 1
          labels=owner:ada                                      | 1
          labels=owner:eve                                      | 0
          scope=SYSTEM                                          | 0
          scope=USER                                            | 2
          filters%5Bnamespace%5D%5BEQUALS%5D=company.team       | 1
          filters[namespace][PREFIX]=company                    | 2
          filters[NAMESPACE][STARTS_WITH]=comp                  | 2
          filters[flowId][IN]=load,other                        | 2
          filters[flowId][IN]=[load]                            | 1
          filters[and][0][flowId][EQUALS]=other                 | 1
          filters[labels][EQUALS][owner]=ada                    | 1
          filters[labels][NOT_EQUALS][owner]=ada                | 1
          filters[flowId][EQUALS]=load&filters[q][EQUALS]=load  | 1
          filters[QUERY][EQUALS]=' OR 1=1--                     | 0
          """)
  void flowsAreFoundByAnyStyleOfFilter(String query, int total) {
    site.post("/api/v1/flows", SOURCE);
    site.post(
        "/api/v1/flows",
        SOURCE
            .replace("id: load", "id: other")
            .replace("Loads", "Others")
            .replace("company.team", "company")
            .replace("owner: ada", "x: y"));

    String encoded = query.replace("[", "%5B").replace("]", "%5D").replace(" ", "%20");
    var found = site.get("/api/v1/flows/search?" + encoded);

    assertThat(found.status()).as("%s", found.json()).isEqualTo(200);
    assertThat(found.json().get("total").asInt()).isEqualTo(total);
    assertThat(found.json().get("results")).hasSize(total);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          size=0                               | 400
          size=-1                              | 400
          size=1001                            | 400
          size=1000000000                      | 400
          size=9223372036854775808             | 400
          size=abc                             | 400
          page=0                               | 400
          page=-1                              | 400
          sort=id:sideways                     | 422
          sort=id:asc:desc                     | 422
          sort=(select%20password)             | 400
          sort=source:asc                      | 400
          sort=id,id,id,id,id,id               | 400
          filters[flow][EQUALS]=x              | 400
          filters[source][EQUALS]=x            | 400
          filters[namespace][LIKE]=x           | 400
          filters[namespace][GREATER_THAN]=x   | 400
          filters[namespace]=x                 | 400
          filters[or][0][namespace][EQUALS]=x  | 400
          filters[namespace][EQUALS][key]=x    | 400
          filters[labels][EQUALS]=x            | 400
          filters[namespace=x                  | 400
          labels=nokey                         | 422
          scope=ALL                            | 400
          """)
  void searchesThatAreNotUnderstoodAreRefused(String query, int status) {
    var answer = site.get("/api/v1/flows/search?" + query.replace("[", "%5B").replace("]", "%5D"));

    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(status);
  }

  @Test
  void pagesAndOrderAreAsAskedFor() {
    for (String id : new String[] {"a", "b", "c"}) {
      site.save(id, "", "one");
    }

    var page = site.get("/api/v1/flows/search?size=2&page=1&sort=id%3Adesc").json();

    assertThat(page.get("total").asInt()).isEqualTo(3);
    assertThat(page.get("results").get(0).get("id").asString()).isEqualTo("c");
    assertThat(page.get("results").get(1).get("id").asString()).isEqualTo("b");
    assertThat(site.get("/api/v1/flows/distinct-namespaces").json().toString())
        .isEqualTo("[\"team\"]");
    assertThat(site.get("/api/v1/flows/distinct-namespaces?q=x").json()).isEmpty();
  }

  @Test
  void severalDocumentsAreCheckedOneByOne() {
    var answer =
        site.post("/api/v1/flows/validate", SOURCE + "---\n" + SOURCE.replace("test.E", "test.X"));

    assertThat(answer.json()).hasSize(2);
    assertThat(answer.json().get(0).toString())
        .isEqualTo("{\"index\":0,\"namespace\":\"company.team\",\"flow\":\"load\"}");
    assertThat(answer.json().get(1).get("index").asInt()).isEqualTo(1);
    assertThat(answer.json().get(1).get("constraints").asString()).contains("test.Xcho");
    assertThat(site.get("/api/v1/flows/company.team").json()).isEmpty();
  }

  @Test
  void anInfoThatTellsOfNoNewerNameIsNoDeprecation() {
    var answer =
        site.post(
            "/api/v1/flows/validate",
            """
            id: calls
            namespace: team
            tasks:
              - {id: old, type: test.Echo, text: "{{ json('1') }}"}
              - {id: call, type: core.flow.Subflow, namespace: team, flowId: nowhere}
            """);

    var told = answer.json().get(0);
    assertThat(told.get("deprecationPaths").toString()).isEqualTo("[\"tasks[0].text\"]");
    assertThat(told.get("infos")).hasSize(2);
    assertThat(told.get("infos").toString())
        .contains("fromJson", "There is no flow 'team.nowhere'");
    assertThat(told.has("warnings")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"a%20b", "a%0Ab", "%C3%A4", "-a", "_a", "$%7B7*7%7D", "%25s"})
  void namesThatNothingCanHaveAreRefused(String id) {
    assertThat(site.get("/api/v1/flows/team/" + id).status()).isIn(400, 422);
  }

  @ParameterizedTest
  @CsvSource({"configs", "webhook", "health", "login", "api", "null", "main", "constructor", "CON"})
  void namesOfRoutesAreOrdinaryNames(String id) {
    site.save(id, "", "one");

    assertThat(site.get("/api/v1/flows/team/" + id).json().get("id").asString()).isEqualTo(id);
    assertThat(site.get("/api/v1/main/flows/team/" + id).status()).isEqualTo(200);
  }

  @Test
  void aDraftIsKeptBeforeItIsValid() {
    String unfinished = "id: d\nnamespace: team\nmood: good\n";
    assertThat(site.post("/api/v1/flows", unfinished).status()).isEqualTo(422);

    Installation.Reply draft = site.post("/api/v1/flows?draft=true", unfinished);
    assertThat(draft.status()).isEqualTo(200);
    assertThat(draft.json().get("exception").asString())
        .contains("A flow has no property 'mood'", "'tasks'");
    assertThat(draft.json().get("source").asString()).contains("draft: true");
    assertThat(site.get("/api/v1/flows/team/d").json().get("exception").asString())
        .contains("'mood'");
    assertThat(site.post("/api/v1/executions/team/d").status()).isEqualTo(404);
  }

  @Test
  void aRunOfADraftThatIsNotValidFailsAndSaysWhy() {
    site.post("/api/v1/flows?draft=true", "id: d\nnamespace: team\nmood: good\n");
    Installation.Reply run = site.post("/api/v1/executions/team/d?revision=1");

    assertThat(run.status()).as("%s", run.json()).isEqualTo(200);
    assertThat(run.json().get("state").get("current").asString()).isEqualTo("FAILED");
    String id = run.json().get("id").asString();
    assertThat(site.get("/api/v1/executions/" + id).status()).isEqualTo(200);
    assertThat(site.get("/api/v1/logs/" + id).json().toString())
        .contains("Revision 1 of flow 'team.d' is a draft and not valid", "'mood'");
  }

  @Test
  void anInvalidDraftLeavesTheFlowAsItRuns() {
    site.save("f", "", "a");
    Installation.Reply draft =
        site.put("/api/v1/flows/team/f", "id: f\nnamespace: team\ndraft: true\ntasks: oops\n");

    assertThat(draft.json().get("revision").asInt()).isEqualTo(2);
    assertThat(site.post("/api/v1/executions/team/f?wait=true").json().get("flowRevision").asInt())
        .isEqualTo(1);
  }
}
