package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.http.HttpLimits;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The web application, which strangers may load, too: they see nothing in it. */
class SiteTest {
  @TempDir private static Path directory;
  private static Installation site;

  @BeforeAll
  static void open() {
    var config =
        new RestConfig(
            "127.0.0.1",
            0,
            "/legato",
            Set.of(),
            Installation.ADA,
            "Legato",
            null,
            HttpLimits.DEFAULTS);
    site = new Installation(directory, config);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    var request = site.request(path);
    return site.client()
        .send(
            (headers.length == 0 ? request : request.headers(headers)).build(),
            BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("none");
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /legato/ui/                              | 200 | text/html; charset=utf-8
          /legato/ui/index.html                    | 200 | text/html; charset=utf-8
          /legato/ui/main/executions/team/a/123    | 200 | text/html; charset=utf-8
          /legato/ui/main/flows/edit/my.team/x.y   | 200 | text/html; charset=utf-8
          /legato/ui/theme.js                      | 200 | text/javascript; charset=utf-8
          /legato/ui/assets/index-abc123.js        | 200 | text/javascript; charset=utf-8
          /legato/ui/assets/index-gone.js          | 404 | text/plain; charset=utf-8
          /legato/ui/assets/index-abc123.js.gz     | 404 | text/plain; charset=utf-8
          /legato/ui/assets/                       | 404 | text/plain; charset=utf-8
          /legato/ui/%2e%2e/dev/legato/rest/x.json | 400 | application/json
          /legato/uikit                            | 401 | none
          /ui                                      | 401 | none
          """)
  void filesAreHandedOutAndEveryOtherAddressIsAPage(String path, int status, String type)
      throws Exception {
    var answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({"/legato", "/legato/", "/legato/ui"})
  void whoeverNamesTheServerAloneIsShownTheApplication(String path) throws Exception {
    var answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "Location")).isEqualTo("/legato/ui/");
  }

  @Test
  void thePageKnowsWhereItIsAndRunsNothingButOurFiles() throws Exception {
    var answer = get("/legato/ui/main/flows");

    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains("<base href=\"/legato/ui/\">");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(answer, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    String tag = header(answer, "ETag");
    assertThat(get("/legato/ui/", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get("/legato/ui/", "If-None-Match", "W/\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void whatHasAHashInItsNameIsKeptForEverAndSentPacked() throws Exception {
    var plain = get("/legato/ui/assets/index-abc123.js");
    var packed = get("/legato/ui/assets/index-abc123.js", "Accept-Encoding", "br, gzip");

    assertThat(header(plain, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(plain, "Content-Encoding")).isEqualTo("none");
    assertThat(header(plain, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(new String(plain.body(), StandardCharsets.UTF_8)).startsWith("document.title");
    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.body()).startsWith(0x1F, 0x8B);
  }

  @Test
  void askingForTheHeadOnlySendsNoBody() throws Exception {
    var head =
        site.client().send(site.request("/legato/ui/").HEAD().build(), BodyHandlers.ofByteArray());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "Content-Length")).isNotEqualTo("0");
  }
}
