package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.expression.Expressions;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.rest.http.Route;
import dev.legato.server.config.ServerConfig;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference pages say what the code says. */
class ReferencePagesTest {
  @TempDir private Path data;

  @Test
  void everyFilterFunctionAndTestIsDescribed() {
    List<String> page = Checkout.read("docs/expressions.md").lines().toList();

    assertThat(withoutExamples(section(page, "## Filters")))
        .containsExactlyElementsOf(rows(Expressions.filters()));
    assertThat(withoutExamples(section(page, "## Functions")))
        .containsExactlyElementsOf(rows(Expressions.functions()));
    assertThat(withoutExamples(section(page, "## Tests")))
        .containsExactlyElementsOf(rows(Expressions.tests()));
  }

  /** The examples in the last column have a test of their own. */
  private static List<String> withoutExamples(List<String> rows) {
    return rows.stream()
        .map(row -> row.replaceFirst("(?<!\\\\)\\|(?:[^|]|(?<=\\\\)\\|)*\\|$", "|"))
        .toList();
  }

  @Test
  void everyRouteIsDescribed() {
    var http = ServerConfig.DEFAULTS.http().withPort(0);
    try (var server = LocalServer.start(data, ServerConfig.DEFAULTS.withHttp(http))) {
      List<String> routes =
          server.routes().stream()
              .map(
                  (Route route) ->
                      "| `%s %s` | %s |"
                          .formatted(
                              route.method(),
                              route.paths().getLast(),
                              route.access().name().toLowerCase(Locale.ROOT)))
              .toList();

      assertThat(
              Checkout.read("docs/api.md")
                  .lines()
                  .filter(line -> line.matches("\\| `[A-Z]+ /.*"))
                  .map(line -> line.substring(0, line.indexOf('|', line.indexOf('|', 2) + 1) + 1)))
          .containsExactlyInAnyOrderElementsOf(routes);
    }
  }

  @Test
  void everyComplaintIsDescribed() {
    assertThat(section(Checkout.read("docs/errors.md").lines().toList(), "## Codes"))
        .extracting(row -> row.substring(3, row.indexOf('`', 3)))
        .containsExactlyElementsOf(Arrays.stream(ComplaintCode.values()).map(Enum::name).toList());
  }

  /** The rows of the table below a heading. */
  private static List<String> section(List<String> page, String heading) {
    return page.stream()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| `"))
        .toList();
  }

  private static List<String> rows(List<Signature> signatures) {
    return signatures.stream()
        .map(
            signature ->
                "| `%s` | %s | %s |"
                    .formatted(
                        signature.name(),
                        signature.variadic()
                            ? "any number"
                            : String.join(", ", signature.arguments()),
                        signature.documentation().replace("|", "\\|")))
        .toList();
  }
}
