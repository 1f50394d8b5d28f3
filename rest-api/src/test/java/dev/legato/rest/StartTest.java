package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.rest.Installation.Reply;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.SafePath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files and checks when an execution is started. */
@Timeout(60)
class StartTest {
  private static final String RUN = "/api/v1/main/executions/team/";
  private static final FlowId READING = new FlowId("team", "reading");
  private static final String FILE_INPUT = "inputs:\n  - id: data\n    type: FILE\n";
  private static final String CHECKS =
      """
      inputs:
        - id: size
          type: INT
      checks:
        - condition: "{{ inputs.size < 10 }}"
          message: too large
        - condition: "{{ inputs.size < 5 }}"
          message: rather large
          style: WARNING
          behavior: CREATE_EXECUTION
        - condition: "{{ inputs.size != 7 }}"
          message: unlucky
          behavior: FAIL_EXECUTION
      """;

  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void open() {
    site = new Installation(directory);
    site.save("reading", FILE_INPUT, "one");
    site.save("checked", CHECKS, "one");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) ((i * 31) >> 3);
    }
    return bytes;
  }

  private Reply upload(String part, String fileName, byte[] content, String... headers) {
    return site.upload(RUN + "reading", part, fileName, content, headers);
  }

  @Test
  void checkingTakesATextForAFileAsStartingDoes() {
    String form = "--b\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n1,2\r\n--b--\r\n";

    Reply checked =
        site.post(
            RUN + "reading/validate", form, "Content-Type", "multipart/form-data; boundary=b");

    assertThat(checked.status()).isEqualTo(200);
    assertThat(checked.json().get("inputs").get(0).get("errors")).isEmpty();
    assertThat(nothingIsStored()).isTrue();
  }

  private boolean nothingIsStored() {
    return site.files().listBelow(SafePath.TOP, Optional.empty(), 10).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"data, rows.csv, rows.csv", "data, C:\\x\\rows.csv, rows.csv", "files, data, data"})
  void aFileIsStoredWithItsExecution(String part, String fileName, String stored) throws Exception {
    byte[] content = bytes(1_000_000);

    Reply created = upload(part, fileName, content);

    assertThat(created.status()).as("%s", created.json()).isEqualTo(200);
    var id = new ExecutionId(created.json().get("id").asString());
    SafePath path = FileLayout.input(READING, id, "data", stored);
    assertThat(created.json().get("inputs").get("data").asString()).isEqualTo(path.uri());
    try (var in = site.files().open(path)) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
    String uri = URLEncoder.encode(path.uri(), StandardCharsets.UTF_8);
    assertThat(site.get("/api/v1/executions/" + id + "/file/metas?path=" + uri).http().body())
        .isEqualTo("{\"size\":1000000}");
  }

  @Test
  void aTextInPlaceOfAFileIsStoredAsOne() throws Exception {
    Reply created =
        site.post(RUN + "reading", "{\"data\":\"a,b\"}", "Content-Type", "application/json");

    assertThat(created.status()).as("%s", created.json()).isEqualTo(200);
    var id = new ExecutionId(created.json().get("id").asString());
    SafePath path = FileLayout.input(READING, id, "data", "data.upl");
    assertThat(created.json().get("inputs").get("data").asString()).isEqualTo(path.uri());
    try (var in = site.files().open(path)) {
      assertThat(in).hasContent("a,b");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nsfile:///in/a.csv, 200, kestra:///team/_files/in/a.csv",
    "kestra:///team/_files/b.csv, 200, kestra:///team/_files/b.csv",
    "nsfile:///../a.csv, 422,",
    "nsfile://other/a.csv, 422,",
    "file:///etc/passwd, 422,"
  })
  void anAddressInPlaceOfAFileIsThatOfAStoredOne(String given, int status, String stored) {
    site.save("shared", FILE_INPUT + "    defaults: nsfile:///own.csv\n", "one");
    String body = "{\"data\":\"%s\"}".formatted(given);

    Reply created = site.post(RUN + "shared", body, "Content-Type", "application/json");

    assertThat(created.status()).as("%s", created.json()).isEqualTo(status);
    if (status == 200) {
      assertThat(created.json().get("inputs").get("data").asString()).isEqualTo(stored);
    }
    assertThat(site.post(RUN + "shared").json().get("inputs").get("data").asString())
        .isEqualTo("kestra:///team/_files/own.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "other, rows.csv, 10, inputs.other",
    "data, rows.csv, 0, inputs.data",
    "data, .., 10, inputs.data",
    "data, a%2fb, 10, inputs.data"
  })
  void aFileThatIsRefusedLeavesNothingBehind(String part, String name, int size, String path) {
    Reply refused = upload(part, name, bytes(size));

    assertThat(refused.status()).as("%s", refused.json()).isEqualTo(422);
    assertThat(refused.json().get("_embedded").get("errors").findValuesAsString("path"))
        .containsExactly(path);
    assertThat(nothingIsStored()).isTrue();
    assertThat(site.get("/api/v1/executions/search").json().get("total").asInt()).isZero();
  }

  @Test
  void aRequestThatFailsAfterItsFileLeavesNothingBehind() {
    assertThat(site.upload(RUN + "none", "data", "a.csv", bytes(10)).status()).isEqualTo(404);
    assertThat(site.upload(RUN + "reading?labels=system.x:1", "data", "a.csv", bytes(10)).status())
        .isEqualTo(422);
    String twice =
        "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a\"\r\n\r\n1\r\n"
            .repeat(2);
    assertThat(
            site.post(
                    RUN + "reading",
                    twice + "--b--\r\n",
                    "Content-Type",
                    "multipart/form-data; boundary=b")
                .status())
        .isEqualTo(400);
    assertThat(nothingIsStored()).isTrue();
  }

  @Test
  void theSameRequestWithTheSameFileMakesOneExecution() {
    String[] key = {"Idempotency-Key", "k"};
    String id = upload("data", "a.csv", bytes(10), key).json().get("id").asString();

    assertThat(upload("data", "a.csv", bytes(10), key).json().get("id").asString()).isEqualTo(id);
    assertThat(upload("data", "a.csv", bytes(11), key).status()).isEqualTo(422);
    assertThat(site.files().listBelow(SafePath.TOP, Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void checkingInputsStoresNoFile() {
    Reply checked = site.upload(RUN + "reading/validate", "data", "a.csv", bytes(10));

    assertThat(checked.status()).as("%s", checked.json()).isEqualTo(200);
    assertThat(checked.json().get("inputs").get(0).get("errors")).isEmpty();
    assertThat(nothingIsStored()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3  | 200 | SUCCESS | []
          7  | 200 | FAILED  | ["unlucky","rather large"]
          8  | 200 | SUCCESS | ["rather large"]
          12 | 422 |         | ["too large","rather large"]
          """)
  void checksDecideWhatBecomesOfARequest(int size, int status, String state, String failed) {
    String body = "{\"size\":%d}".formatted(size);
    String[] json = {"Content-Type", "application/json"};

    Reply created = site.post(RUN + "checked?wait=true", body, json);
    assertThat(created.status()).as("%s", created.json()).isEqualTo(status);
    if (status == 200) {
      assertThat(created.json().get("state").get("current").asString()).isEqualTo(state);
    } else {
      assertThat(created.json().get("message").asString())
          .isEqualTo("Invalid entity: checks: too large");
    }
    var checks = site.post(RUN + "checked/validate", body, json).json().get("checks");
    assertThat("[\"" + String.join("\",\"", checks.findValuesAsString("message")) + "\"]")
        .isEqualTo(failed.equals("[]") ? "[\"\"]" : failed);
  }
}
