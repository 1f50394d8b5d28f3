package dev.legato.orchestrator.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.expression.ExpressionEnvironment;
import dev.legato.language.expression.ExpressionException;
import dev.legato.language.expression.ExpressionLimits;
import dev.legato.language.expression.Expressions;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.orchestrator.expression.HttpCaller.Response;
import dev.legato.orchestrator.expression.OutsideFunctions.Outside;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference page of expressions: what it promises is what happens. */
class ExpressionsPageTest {
  private static final String PAGE = page();
  private static final Pattern EXAMPLE = Pattern.compile("`([^`]+)` → (e\\.g\\. )?`([^`]*)`");
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Expressions EXPRESSIONS =
      new Expressions(
              InstantSource.fixed(NOW),
              new Random(1),
              ExpressionLimits.DEFAULT,
              new ExpressionEnvironment(
                  Map.of("team", "data"),
                  Map.of("region", "eu"),
                  "test",
                  "http://localhost:8080",
                  false,
                  ZoneOffset.UTC),
              OutsideFunctions.all(outside()))
          .withNamespaces(_ -> Map.of("currency", "EUR"));

  /**
   * One promise of the page.
   *
   * @param result null when it differs each time
   */
  record Example(String expression, @Nullable String result) {}

  private static String page() {
    try {
      return Files.readString(Path.of("..", "docs", "expressions.md"));
    } catch (IOException e) {
      throw new IllegalStateException("Expected to run in a module of the repository", e);
    }
  }

  private static Outside outside() {
    var logs = new MemoryLogs();
    logs.append(
        List.of(
            new LogEntry(
                new FlowId("company.team", "load"),
                new ExecutionId("me"),
                "query",
                "run",
                0,
                NOW,
                LogLevel.ERROR,
                "worker",
                "No rows")));
    return new Outside(
        new MemoryFiles().with("kestra:///company/team/_files/queries/a.sql", "select 1"),
        new MemoryValues().with("company.team", "limit", 10),
        logs,
        _ -> Optional.empty(),
        (_, key) -> key.equals("API_KEY") ? Optional.of("s3cr3t-token") : Optional.empty(),
        _ -> new Response(200, "application/json", "{\"id\": 7}".getBytes(StandardCharsets.UTF_8)));
  }

  static Stream<Example> examples() {
    return EXAMPLE
        .matcher(PAGE)
        .results()
        .map(
            found ->
                new Example(
                    found.group(1).replace("\\|", "|"),
                    found.group(2) == null ? found.group(3).replace("\\|", "|") : null));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleGivesWhatThePageSays(Example example) throws ExpressionException {
    String written = example.expression();
    boolean isTemplate = written.contains("{{") || written.contains("{%");
    String template = isTemplate ? written : "{{ " + written + " }}";

    String rendered = EXPRESSIONS.renderText(template, withIterations(variables()));

    if (example.result() == null) {
      assertThat(rendered).isNotBlank();
    } else {
      assertThat(rendered.stripTrailing()).isEqualTo(example.result().stripTrailing());
    }
  }

  @Test
  void everythingHasAnExample() {
    List<String> all = examples().map(Example::expression).toList();

    for (Signature filter : Expressions.filters()) {
      assertThat(all).anyMatch(expression -> uses(expression, "\\| " + filter.name()));
    }
    for (Signature function : Expressions.functions()) {
      assertThat(all).anyMatch(expression -> uses(expression, function.name() + "(?=\\()"));
    }
    for (Signature test : Expressions.tests()) {
      assertThat(all).anyMatch(expression -> uses(expression, "is (not )?" + test.name()));
    }
    for (String variable : variables().keySet()) {
      assertThat(all).anyMatch(expression -> uses(expression, variable));
    }
  }

  private static boolean uses(String expression, String what) {
    return Pattern.compile("(?<![A-Za-z])" + what + "(?![A-Za-z])").matcher(expression).find();
  }

  /** The engine tells, besides, what the iterations of the loop round the task see. */
  private static Map<String, Object> withIterations(Map<String, Object> variables) {
    var outputs =
        List.of(
            Map.of("convert", Map.of("rows", 10, "value", 10)),
            Map.of("convert", Map.of("rows", 20, "value", 20)));
    var all = new LinkedHashMap<>(variables);
    all.put("iterations", Map.of("current", 1, "outputs", outputs));
    return all;
  }

  @SuppressWarnings("unchecked") // the page shows a map
  private static Map<String, Object> variables() {
    String section = PAGE.substring(PAGE.indexOf("## The variables of the examples"));
    int start = section.indexOf("```yaml") + "```yaml".length();
    String yaml = section.substring(start, section.indexOf("```", start));
    try {
      return (Map<String, Object>)
          Objects.requireNonNull(EXPRESSIONS.renderValue("{{ yaml(text) }}", Map.of("text", yaml)));
    } catch (ExpressionException e) {
      throw new IllegalStateException("Expected the page to show YAML", e);
    }
  }
}
