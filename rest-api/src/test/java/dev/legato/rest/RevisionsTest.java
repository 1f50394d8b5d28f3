package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Revisions of flows that nobody needs any more. */
@Timeout(60)
class RevisionsTest {
  private static final String REVISIONS = "/api/v1/main/flows/team/daily/revisions";

  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void open() {
    site = new Installation(directory);
    site.save("daily", "", "hold");
    put("description: second\n", "hold");
    put("description: third\n", "one");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void put(String extra, String task) {
    String source =
        "id: daily\nnamespace: team\n%stasks:\n  - id: %s\n    type: test.Echo\n    text: hello\n"
            .formatted(extra, task);
    assertThat(site.put("/api/v1/flows/team/daily", source).status()).isEqualTo(200);
  }

  private String revisions() {
    return StreamSupport.stream(site.get(REVISIONS).json().spliterator(), false)
        .map(flow -> flow.get("revision").asInt())
        .toList()
        .toString();
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          revisions=1               | 204 | [2, 3]
          revisions=1,2             | 204 | [3]
          revisions=1&revisions=2   | 204 | [3]
          revisions=3               | 422 | [1, 2, 3]
          revisions=1,3             | 422 | [1, 2, 3]
          revisions=7               | 404 | [1, 2, 3]
          revisions=x               | 400 | [1, 2, 3]
          other=1                   | 400 | [1, 2, 3]
          """)
  void revisionsAreRemovedButNeverTheNewest(String query, int status, String left) {
    assertThat(site.delete(REVISIONS + "?" + query).status()).isEqualTo(status);
    assertThat(revisions()).isEqualTo(left);
  }

  @Test
  void aRevisionThatAnExecutionRunsWithStays() {
    Reply started = site.post("/api/v1/executions/team/daily?revision=2");
    assertThat(started.status()).isEqualTo(200);

    Reply refused = site.delete(REVISIONS + "?revisions=1,2");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("message").asString()).contains("1 executions", "'team.daily'");
    assertThat(revisions()).isEqualTo("[1, 2, 3]");
  }

  @Test
  void aFlowRunsItsNewestRevisionThatIsNoDraftAcrossGaps() {
    String draft = "id: daily\nnamespace: team\ntasks: []\n";
    assertThat(site.put("/api/v1/flows/team/daily?draft=true", draft).status()).isEqualTo(200);
    assertThat(site.delete(REVISIONS + "?revisions=2,3").status()).isEqualTo(204);

    Reply started = site.post("/api/v1/executions/team/daily");

    assertThat(started.json().get("flowRevision").asInt()).isEqualTo(1);
  }

  @Test
  void thereAreNoneOfAFlowThatDoesNotExist() {
    assertThat(site.delete("/api/v1/flows/team/none/revisions?revisions=1").status())
        .isEqualTo(404);
  }
}
