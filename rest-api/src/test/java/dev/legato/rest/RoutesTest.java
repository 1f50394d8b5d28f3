package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.rest.http.Access;
import dev.legato.rest.http.HttpLimits;
import dev.legato.rest.http.Route;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every route, taken from the table of routes itself. */
class RoutesTest {
  private static final String WEBHOOK = "/api/v1/executions/webhook/{namespace}/{flowId}/{key}";

  /** Adding to this list is a decision about security. */
  private static final Set<String> PUBLIC =
      Set.of(
          "GET /ping",
          "GET /health/liveness",
          // how to get in, and out again
          "GET /api/v1/configs/login",
          "POST /api/v1/login",
          "POST /api/v1/logout",
          // these ask for the key of a webhook themselves
          "GET " + WEBHOOK,
          "POST " + WEBHOOK,
          "PUT " + WEBHOOK,
          "GET " + WEBHOOK + "/{path}",
          "POST " + WEBHOOK + "/{path}",
          "PUT " + WEBHOOK + "/{path}");

  private static final String AUTHORIZATION =
      "Basic "
          + Base64.getEncoder()
              .encodeToString("ada@example.com:Secret!1".getBytes(StandardCharsets.UTF_8));

  @TempDir private static Path directory;
  private static Installation site;

  @BeforeAll
  static void open() {
    var config =
        new RestConfig(
            "127.0.0.1", 0, "", Set.of(), Installation.ADA, "Legato", null, HttpLimits.DEFAULTS);
    site = new Installation(directory, config);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void onlyReviewedRoutesArePublic() {
    assertThat(site.server().routes())
        .filteredOn(route -> route.access() == Access.PUBLIC)
        .extracting(Route::toString)
        .containsExactlyInAnyOrderElementsOf(PUBLIC);
  }

  @Test
  void everyOtherRouteIsClosedToStrangers() {
    var opened = new LinkedHashSet<String>();
    for (Route route : site.server().routes()) {
      for (String template : route.paths()) {
        String path = template.replaceAll("\\{[^}]*\\}", "configs");
        var request =
            site.request(path).method(route.method().name(), BodyPublishers.ofString("x"));
        if (site.send(request.build()).status() != 401) {
          opened.add(route.toString());
        }
      }
    }

    assertThat(opened).containsExactlyInAnyOrderElementsOf(PUBLIC);
  }

  @Test
  void everyRouteIsDescribed() {
    assertThat(site.server().routes())
        .allSatisfy(
            route -> {
              assertThat(route.summary()).isNotBlank();
              assertThat(route.replies()).isNotEmpty();
            });
  }

  @Test
  void routesThatAPathCouldMeanNeedTheSameAccess() {
    List<Route> routes = site.server().routes();
    for (Route one : routes) {
      for (Route other : routes) {
        boolean bothOpen = one.access() == Access.PUBLIC && other.access() == Access.PUBLIC;
        boolean bothClosed = one.access() != Access.PUBLIC && other.access() != Access.PUBLIC;
        assertThat(
                bothOpen
                    || bothClosed
                    || onlyForAnExecutionCalledWebhook(one, other)
                    || onlyForAnExecutionCalledWebhook(other, one)
                    || !overlap(one, other))
            .as("%s and %s", one, other)
            .isTrue();
      }
    }
  }

  /**
   * Whether a path could mean both only because an execution could be called webhook. None is: the
   * server makes the ids, of 22 characters. So a webhook's path is answered by the webhook, which
   * asks for its key, and by nothing else.
   */
  private static boolean onlyForAnExecutionCalledWebhook(Route webhook, Route other) {
    return webhook.paths().stream().allMatch(path -> path.contains("/executions/webhook/{"))
        && other.paths().stream().allMatch(path -> path.contains("/executions/{"));
  }

  private static boolean overlap(Route one, Route other) {
    return one.paths().stream()
        .anyMatch(a -> other.paths().stream().anyMatch(b -> overlap(a.split("/"), b.split("/"))));
  }

  private static boolean overlap(String[] one, String[] other) {
    boolean same = one.length == other.length;
    for (int i = 0; same && i < one.length; i++) {
      same = one[i].equals(other[i]) || one[i].startsWith("{") || other[i].startsWith("{");
    }
    return same;
  }

  /** A flow called like an action could not be started: its address would be the action's. */
  @Test
  void noFlowCanBeCalledLikeARoute() {
    Set<String> words = new TreeSet<>();
    for (Route flow : site.server().routes()) {
      String address = flow.paths().getLast();
      if (address.matches(".*/\\{namespace}/\\{(id|flowId)}")) {
        site.server().routes().stream()
            .filter(other -> other.method() == flow.method())
            .map(other -> other.paths().getLast())
            .filter(other -> overlap(address.split("/"), other.split("/")))
            .filter(other -> goesFirst(other.split("/"), address.split("/")))
            .map(other -> other.substring(other.lastIndexOf('/') + 1))
            .filter(word -> !word.startsWith("{"))
            .forEach(words::add);
      }
    }

    assertThat(words).contains("restart", "labels", "state", "by-query");
    assertThat(words).allSatisfy(word -> assertThat(isReserved(word)).as(word).isTrue());
  }

  /** Where two addresses differ first, the one with the literal segment is taken. */
  private static boolean goesFirst(String[] one, String[] other) {
    int at = 0;
    while (at < one.length && one[at].startsWith("{") == other[at].startsWith("{")) {
      at++;
    }
    return at < one.length && !one[at].startsWith("{");
  }

  private static boolean isReserved(String id) {
    var request =
        site.request("/api/v1/flows/validate")
            .header("Authorization", AUTHORIZATION)
            .POST(BodyPublishers.ofString("id: %s\nnamespace: team\n".formatted(id)))
            .build();
    return site.send(request).json().toString().contains("RESERVED_ID");
  }

  @Test
  void theInterfaceDescribesItself() {
    var document = signedIn("/api/openapi.json");

    assertThat(document.status()).isEqualTo(200);
    var json = document.json();
    assertThat(json.get("openapi").asString()).isEqualTo("3.1.0");
    for (Route route : site.server().routes()) {
      if (!route.paths().getFirst().startsWith("/api/openapi")
          && !route.paths().getFirst().equals("/api")) {
        for (String path : route.paths()) {
          assertThat(json.get("paths").has(path)).as(path).isTrue();
        }
      }
    }
    var execution = json.get("components").get("schemas").get("Execution");
    assertThat(execution.get("properties").get("state").get("$ref").asString())
        .isEqualTo("#/components/schemas/State");
    assertThat(execution.get("required").toString()).contains("originalId").doesNotContain("url");
    var ids = json.get("paths").findValuesAsString("operationId");
    assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
    String text = json.toString();
    json.findValuesAsString("$ref")
        .forEach(
            ref -> assertThat(json.at(ref.substring(1)).isMissingNode()).as(ref + text).isFalse());
  }

  private static Installation.Reply signedIn(String path) {
    return site.send(site.request(path).header("Authorization", AUTHORIZATION).build());
  }

  @Test
  void operatorsSeeHowTheServerIs() {
    assertThat(site.get("/ping").http().body()).isEqualTo("pong");
    assertThat(site.get("/health/liveness").http().body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(signedIn("/health").json().toString())
        .isEqualTo(
            "{\"name\":\"legato\",\"status\":\"UP\",\"details\":{\"storage\":{\"name\":\"storage\",\"status\":\"UP\"}}}");
    site.healthy = false;
    assertThat(signedIn("/health/readiness").status()).isEqualTo(503);
    assertThat(site.get("/health/liveness").status()).isEqualTo(200);
    site.healthy = true;
    assertThat(signedIn("/health/readiness").status()).isEqualTo(200);
    assertThat(signedIn("/version").json().get("version").asString()).isEqualTo("1.2.3");
    assertThat(signedIn("/api/v1/configs").json().get("systemNamespace").asString())
        .isEqualTo("system");
  }

  @Test
  void figuresAreShownForPrometheus() {
    String figures = signedIn("/prometheus").http().body();

    assertThat(figures)
        .contains("jvm_memory_used_bytes", "process_uptime_seconds")
        .contains("http_server_requests_seconds_count{", "uri=\"/health/liveness\"");
  }

  @ParameterizedTest
  @CsvSource({"/env", "/beans", "/heapdump", "/loggers", "/threads", "/worker", "/swagger", "/h2"})
  void nothingElseIsServed(String path) {
    assertThat(site.get(path).status()).isEqualTo(401);
    assertThat(signedIn(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0", "::", "192.168.0.1", "legato.example", "127.evil.example", "127.0.0.1.x"})
  void listeningToOthersNeedsCredentials(String host) {
    assertThatThrownBy(
            () -> new RestConfig(host, 0, "", Set.of(), null, "Legato", null, HttpLimits.DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(host)
        .hasMessageContaining("basic authentication");
  }
}
