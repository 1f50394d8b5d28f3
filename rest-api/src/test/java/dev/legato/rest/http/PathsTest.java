package dev.legato.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which path reaches which route. */
class PathsTest {
  private static TestSite site;

  @BeforeAll
  static void open() {
    site =
        TestSite.open(
            echo(Route.get(Scope.TENANT, "flows/{namespace}", Access.READ, "namespace")),
            echo(Route.get(Scope.TENANT, "flows/search", Access.READ, "search")),
            echo(Route.get(Scope.TENANT, "flows/{namespace}/{id}", Access.READ, "flow")),
            echo(Route.post(Scope.TENANT, "flows/{namespace}/{id}", Access.RUN, "start")),
            echo(Route.post(Scope.TENANT, "flows/trigger/{namespace}/{id}", Access.RUN, "old")),
            echo(Route.get(Scope.API, "plugins", Access.READ, "plugins")),
            echo(Route.get(Scope.ROOT, "ping", Access.PUBLIC, "ping")),
            echo(Route.get(Scope.ROOT, "", Access.PUBLIC, "root")));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static Route echo(RouteDraft draft) {
    return draft.handledBy(PathsTest::describe);
  }

  private static Answer describe(Call call) {
    return Answer.text(String.join(" ", words(call)));
  }

  private static List<String> words(Call call) {
    var words = new ArrayList<String>();
    words.add(call.route().summary());
    call.route().variables().forEach(name -> words.add(call.path(name)));
    return words;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | /                                 | root
          GET  | /ping                             | ping
          GET  | /%70ing                           | ping
          GET  | /api/v1/plugins                   | plugins
          GET  | /api/v1/flows/search              | search
          GET  | /api/v1/main/flows/search         | search
          GET  | /api/v1/flows/company.team        | namespace company.team
          GET  | /api/v1/flows/configs             | namespace configs
          GET  | /api/v1/flows/webhook             | namespace webhook
          GET  | /api/v1/flows/__proto__           | namespace __proto__
          GET  | /api/v1/flows/a%20b               | namespace a b
          GET  | /api/v1/flows/gr%C3%BCn           | namespace grün
          GET  | /api/v1/flows/a+b                 | namespace a+b
          GET  | /api/v1/flows/search/configs      | flow search configs
          GET  | /api/v1/main/flows/main/main      | flow main main
          POST | /api/v1/flows/trigger/nightly     | start trigger nightly
          POST | /api/v1/flows/trigger/team/nightly | old team nightly
          GET  | /api/v1/flows/a/b?x=/configs      | flow a b
          GET  | http://localhost/ping             | ping
          """)
  void aPathReachesItsRoute(String method, String target, String expected) throws Exception {
    String answer = site.raw(TestSite.plain(method, target));

    assertThat(TestSite.status(answer)).isEqualTo(200);
    assertThat(answer).endsWith("\r\n\r\n" + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /nothing                        | 404
          GET    | /PING                           | 404
          GET    | /API/v1/plugins                 | 404
          GET    | /api/v1/other/flows/search      | 404
          GET    | /api/v1/main/plugins            | 404
          GET    | /api/v1/main/main/flows/search  | 404
          GET    | /api/v1/flows/a/b/configs       | 404
          GET    | /api/v1/flows/a/b/c/ping        | 404
          GET    | //api/v1/plugins                | 400
          GET    | /api//v1/plugins                | 400
          GET    | /api/v1/plugins/                | 400
          GET    | /api/./v1/plugins               | 400
          GET    | /api/v1/x/../plugins            | 400
          GET    | /api/%2e/v1/plugins             | 400
          GET    | /api/v1/x/%2e%2e/plugins        | 400
          GET    | /api/v1;x=1/plugins             | 400
          GET    | /api/v1/plugins;jsessionid=1    | 400
          GET    | /api/v1/flows/a%2fb             | 400
          GET    | /api/v1/flows/a%5cb             | 400
          GET    | /api/v1/flows/a\\b              | 400
          GET    | /api/v1/flows/a%00b             | 400
          GET    | /api/v1/flows/a%0d%0ab          | 400
          GET    | /api/v1/flows/a%252fb           | 400
          GET    | /api/v1/flows/%                 | 400
          GET    | /api/v1/flows/%zz               | 400
          GET    | /api/v1/flows/%c3%28            | 400
          GET    | /api/v1/flows/%u0041            | 400
          DELETE | /ping                           | 405
          POST   | /ping                           | 405
          OPTIONS | /ping                          | 405
          TRACE  | /ping                           | 405
          FOO    | /ping                           | 405
          """)
  void anyOtherSpellingIsRefused(String method, String target, int status) throws Exception {
    String answer = site.raw(TestSite.plain(method, target));

    assertThat(TestSite.status(answer)).as(answer).isEqualTo(status);
    assertThat(answer).contains("application/json").contains("\"message\"");
    assertThat(answer).doesNotContain("jetty", "Exception", "<html");
  }

  @Test
  void methodOverridesAreIgnored() throws Exception {
    String answer =
        site.raw(
            TestSite.plain("GET", "/ping", "Host: localhost\r\nX-HTTP-Method-Override: DELETE"));

    assertThat(TestSite.status(answer)).isEqualTo(200);
  }

  @Test
  void anotherMethodIsToldWhatIsPossible() throws Exception {
    assertThat(site.raw(TestSite.plain("DELETE", "/api/v1/flows/a/b")))
        .contains("Allow: GET, HEAD, POST");
  }

  @Test
  void headIsAnsweredLikeGetWithoutTheBody() throws Exception {
    String answer = site.raw(TestSite.plain("HEAD", "/api/v1/flows/team"));

    assertThat(answer).startsWith("HTTP/1.1 200").contains("Content-Length: 14");
    assertThat(answer).endsWith("\r\n\r\n");
  }

  @Test
  void twoRoutesCannotClaimTheSamePath() {
    Route first = echo(Route.get(Scope.TENANT, "flows/{namespace}", Access.READ, "one"));
    Route second = echo(Route.get(Scope.TENANT, "flows/{id}", Access.READ, "another"));

    assertThatThrownBy(() -> new RouteTable(List.of(), List.of(first, second)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("one")
        .hasMessageContaining("another");
  }

  @Test
  void aContextPathIsInFrontOfEverything() {
    var route = echo(Route.get(Scope.TENANT, "flows", Access.READ, "flows"));
    var table = new RouteTable(List.of("legato"), List.of(route));

    assertThat(table.find(Method.GET, List.of("legato", "api", "v1", "flows")))
        .isInstanceOf(RouteTable.Match.Found.class);
    assertThat(table.find(Method.GET, List.of("api", "v1", "flows")))
        .isInstanceOf(RouteTable.Match.Unknown.class);
  }
}
