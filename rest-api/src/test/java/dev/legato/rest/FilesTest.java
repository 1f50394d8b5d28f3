package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.rest.Installation.Reply;
import dev.legato.storage.file.FileLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {
  private static final FlowId FLOW = new FlowId("team", "quick");

  @TempDir private Path directory;
  private Installation site;
  private String id;

  @BeforeEach
  void open() {
    site = new Installation(directory);
    site.save("quick", "", "one");
    id = run();
  }

  @AfterEach
  void close() {
    site.close();
  }

  private String run() {
    return site.post("/api/v1/executions/team/quick?wait=true").json().get("id").asString();
  }

  private String store(String execution, String fileName, String content) throws IOException {
    var path = FileLayout.taskRun(FLOW, new ExecutionId(execution), "one", "r1").resolve(fileName);
    return site.files()
        .put(path, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
        .uri();
  }

  private Reply preview(String uri, String parameters) {
    String path = URLEncoder.encode(uri, StandardCharsets.UTF_8) + parameters;
    return site.send(
        site.request("/api/v1/executions/%s/file/preview?path=%s".formatted(id, path)).build());
  }

  private Reply file(String execution, String route, String uri, String... headers) {
    String path =
        "/api/v1/main/executions/%s/file%s?path=%s"
            .formatted(execution, route, URLEncoder.encode(uri, StandardCharsets.UTF_8));
    var request = site.request(path);
    return site.send((headers.length == 0 ? request : request.headers(headers)).build());
  }

  @Test
  void aFileIsHandedOutAsAnAttachment() throws Exception {
    String uri = store(id, "rows \"ü\".csv", "1,2");

    var answer = file(id, "", uri).http();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("1,2");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue(
            "attachment; filename=\"rows ___.csv\"; filename*=UTF-8''rows%20%22%C3%BC%22.csv");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(file(id, "/metas", uri).http().body()).isEqualTo("{\"size\":3}");
  }

  @Test
  void theBeginningOfAFileIsShown() throws Exception {
    String table = store(id, "rows.ion", "{id:1,day:2023-01-02}\n{id:2}\n{id:3}\n");
    String page = store(id, "page.html", "<script>alert(1)</script>");
    String picture = store(id, "picture.png", "<svg onload=alert(1)>");

    assertThat(preview(table, "&maxRows=2").http().body())
        .isEqualTo(
            "{\"extension\":\"ion\",\"type\":\"LIST\","
                + "\"content\":[{\"id\":1,\"day\":\"2023-01-02\"},{\"id\":2}],"
                + "\"maxLine\":2,\"truncated\":true}");
    assertThat(preview(page, "").json().get("type").asString()).isEqualTo("TEXT");
    assertThat(preview(picture, "").status()).isEqualTo(422);
    assertThat(preview(page, "&encoding=no-such").status()).isEqualTo(422);
    assertThat(preview(page, "&maxRows=0").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bytes=0-3    | 206 | 0123       | bytes 0-3/10
          bytes=7-     | 206 | 789        | bytes 7-9/10
          bytes=-2     | 206 | 89         | bytes 8-9/10
          bytes=5-99   | 206 | 56789      | bytes 5-9/10
          bytes=-99    | 206 | 0123456789 | bytes 0-9/10
          bytes=10-    | 416 |            | bytes */10
          bytes=5-2    | 200 | 0123456789 |
          bytes=0-1,3- | 200 | 0123456789 |
          lines=1-2    | 200 | 0123456789 |
          """)
  void aPartOfAFileIsHandedOut(String range, int status, String body, String contentRange)
      throws Exception {
    String uri = store(id, "digits", "0123456789");

    var answer = file(id, "", uri, "Range", range).http();

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Range").orElse(null)).isEqualTo(contentRange);
    if (status != 416) {
      assertThat(answer.body()).isEqualTo(body);
    }
  }

  @Test
  void aHeadRequestTellsTheSize() throws Exception {
    String uri = store(id, "digits", "0123456789");
    var request =
        site.request("/api/v1/executions/%s/file?path=%s".formatted(id, uri))
            .method("HEAD", BodyPublishers.noBody());

    var answer = site.send(request.build()).http();

    assertThat(answer.headers().firstValue("Content-Length")).hasValue("10");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void filesOfStrangersAreRefusedWhetherTheyExistOrNot() throws Exception {
    String other = store(run(), "secret.txt", "x");
    String missing = other.replace("secret.txt", "b.txt");

    for (String uri : new String[] {other, missing, "kestra:///team/quick/x", "kestra:///"}) {
      assertThat(file(id, "", uri).status()).as(uri).isEqualTo(422);
      assertThat(file(id, "/metas", uri).status()).as(uri).isEqualTo(422);
      assertThat(file(id, "/preview", uri).status()).as(uri).isEqualTo(422);
    }
    assertThat(file("nothing", "", other).status()).isEqualTo(404);
    assertThat(file(id, "", missing).json().get("message"))
        .isEqualTo(file(id, "", other).json().get("message"))
        .asString()
        .contains("Invalid prefix path");
  }

  @Test
  void missingFilesOfTheExecutionItselfAreSaidToBeMissing() throws Exception {
    String missing = store(id, "a.txt", "x").replace("a.txt", "b.txt");
    String folder = missing.substring(0, missing.lastIndexOf('/'));

    for (String uri : new String[] {missing, folder}) {
      assertThat(file(id, "", uri).status()).as(uri).isEqualTo(404);
      assertThat(file(id, "/metas", uri).status()).as(uri).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kestra:///../etc/passwd",
        "kestra:///team/..%2fx",
        "kestra:///team/%2E%2E/x",
        "kestra:///team/%252e%252e/x",
        "kestra:///team\\..\\x",
        "kestra:///x/../../",
        "kestra:////host/x",
        "file:///etc/passwd",
        "jar:file:/x!/y",
        "C:\\x",
        "/etc/passwd",
        "kestra:///a%00b"
      })
  void whatIsNoAddressOfAFileIsRefused(String uri) {
    assertThat(file(id, "", uri).status()).isIn(400, 422);
  }

  @Test
  void anAddressIsNeeded() {
    assertThat(site.get("/api/v1/executions/" + id + "/file").status()).isEqualTo(400);
    assertThat(site.get("/api/v1/executions/" + id + "/file").status()).isEqualTo(400);
  }

  private String download(String uri, String format) {
    return "/api/v1/executions/%s/file?path=%s&format=%s"
        .formatted(id, URLEncoder.encode(uri, StandardCharsets.UTF_8), format);
  }

  @Test
  void rowsInIonAreDownloadedAsLinesOfJson() throws Exception {
    String uri = store(id, "rows.ion", "{name:\"ada\",at:2026-01-02T03:04:05Z}\n{name:\"bob\"}\n");

    var answer = site.get(download(uri, "JSONL")).http();

    assertThat(answer.body())
        .isEqualTo("{\"name\":\"ada\",\"at\":\"2026-01-02T03:04:05Z\"}\n{\"name\":\"bob\"}\n");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .contains("rows.jsonl");
    String text = store(id, "rows.txt", "x");
    assertThat(site.get(download(text, "JSONL")).status()).isEqualTo(422);
    assertThat(site.get(download(text, "XML")).status()).isEqualTo(422);
  }
}
