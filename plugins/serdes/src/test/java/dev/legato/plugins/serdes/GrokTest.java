package dev.legato.plugins.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugins.serdes.grok.GrokItems;
import dev.legato.plugins.serdes.grok.GrokValue;
import dev.legato.testkit.task.RecordingContext;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrokTest {
  private static final String ITEMS = "io.kestra.plugin.transform.grok.TransformItems";
  private static final String VALUE = "io.kestra.plugin.transform.grok.TransformValue";

  @TempDir private static Path folder;

  private final RecordingContext context = new RecordingContext(folder);

  private Map<String, Object> fields(String line, Map<String, ?> properties) throws Exception {
    Map<String, Object> all = new HashMap<>(properties);
    all.put("from", line);
    return ((GrokValue.Result) context.run(VALUE, all)).value();
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IP                | from 10.0.0.17 to      | 10.0.0.17
          IP                | a 2001:db8::ff00:42 b  | 2001:db8::ff00:42
          NUMBER            | took -12.5 s           | -12.5
          WORD              | -- yes --              | yes
          QS                | say "a \\" b" now      | "a \\" b"
          UUID              | id 123e4567-e89b-12d3-a456-426614174000. | 123e4567-e89b-12d3-a456-426614174000
          EMAILADDRESS      | to ada@example.org now | ada@example.org
          HOSTPORT          | db.example.org:5432    | db.example.org:5432
          UNIXPATH          | cat /var/log/a.log     | /var/log/a.log
          URI               | at https://u@h.io:8080/a/b?c=d# | https://u@h.io:8080/a/b?c=d#
          TIMESTAMP_ISO8601 | 2023-01-02T03:04:05.678+01:00 x | 2023-01-02T03:04:05.678+01:00
          HTTPDATE          | [02/Jan/2023:03:04:05 +0000]    | 02/Jan/2023:03:04:05 +0000
          SYSLOGTIMESTAMP   | Jan  2 03:04:05 host   | Jan  2 03:04:05
          LOGLEVEL          | 03:04 WARN low         | WARN
          MAC               | aa:bb:cc:dd:ee:ff up   | aa:bb:cc:dd:ee:ff
          """)
  void namedPatternsFindWhatTheySay(String pattern, String line, String found) throws Exception {
    assertThat(fields(line, Map.of("pattern", "%{" + pattern + ":it}"))).containsEntry("it", found);
  }

  @Test
  void aLineOfAWebServerIsCut() throws Exception {
    String line =
        "10.0.0.1 - ada [02/Jan/2023:03:04:05 +0000] \"GET /a?b=c HTTP/1.1\" 200 17 \"-\" \"curl\"";

    assertThat(fields(line, Map.of("pattern", "%{COMBINEDAPACHELOG}")))
        .containsEntry("clientip", "10.0.0.1")
        .containsEntry("auth", "ada")
        .containsEntry("request", "/a?b=c")
        .containsEntry("response", "200")
        .containsEntry("agent", "\"curl\"")
        .doesNotContainKey("rawrequest");
  }

  @Test
  void optionsSayWhatIsKept() throws Exception {
    String pattern = "%{WORD} (?<the_rest>\\d+)?%{INT:n:int}? ?%{WORD:w}? ?%{WORD:w}?";

    assertThat(fields("a 12 b c", Map.of("pattern", "%{WORD} %{INT:n:long} %{WORD:w} %{WORD:w}")))
        .isEqualTo(Map.of("n", 12L, "w", List.of("b", "c")));
    assertThat(fields("a ", Map.of("pattern", pattern, "keepEmptyCaptures", true)))
        .containsKeys("the_rest", "n", "w");
    assertThat(fields("a 1", Map.of("pattern", "%{WORD}", "namedCapturesOnly", false)))
        .isEqualTo(Map.of("WORD", "a"));
    assertThat(fields("?", Map.of("pattern", "%{WORD:w}"))).isEmpty();
  }

  @Test
  void severalPatternsAreTriedInTheirOrder() throws Exception {
    List<String> patterns = List.of("%{INT:n:int}", "%{WORD:w}");

    assertThat(fields("a 1", Map.of("patterns", patterns))).isEqualTo(Map.of("n", 1));
    assertThat(fields("a 1", Map.of("patterns", patterns, "breakOnFirstMatch", false)))
        .isEqualTo(Map.of("n", 1, "w", "a"));
  }

  @Test
  void patternsOfATaskComeFromItAndFromFiles() throws Exception {
    Files.writeString(
        Files.createDirectories(folder.resolve("patterns")).resolve("own"),
        "# mine\nORDER [A-Z]{2}%{INT:number:int}\n");

    assertThat(
            fields(
                "see AB12 x7",
                Map.of(
                    "pattern",
                    "%{ORDER:order} %{X:x}",
                    "patternsDir",
                    List.of("patterns"),
                    "patternDefinitions",
                    Map.of("X", "x%{INT}"))))
        .isEqualTo(Map.of("order", "AB12", "number", 12, "x", "x7"));
  }

  @Test
  void rowsThatFitNoPatternAreLeftOut() throws Exception {
    URI lines = context.files.put("a.ion", "\"a 1\"\nnull\n\"nothing\"\n\"b 2\"\n");

    var result =
        (GrokItems.Result)
            context.run(ITEMS, Map.of("from", lines, "pattern", "%{WORD:w} %{INT:n:int}"));

    assertThat(context.files.text(result.uri())).isEqualTo("{w:\"a\",n:1}\n{w:\"b\",n:2}\n");
    assertThat(result.processedItemsTotal()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %{WROD:w}     | There is no pattern
          (             | is no regular expression
          %{SELF}       | refers to itself
          %{WORD:w:int} | which is no int
          %{WORD:w:x}   | use string, int
          (x+x+)+\\1y    | takes too long
          """)
  void whatCannotBeUsedSaysSo(String pattern, String complaint) {
    Map<String, Object> properties =
        Map.of("pattern", pattern, "patternDefinitions", Map.of("SELF", "a%{SELF}"));
    String line = pattern.endsWith("y") ? "x".repeat(60) : "word";

    assertThatThrownBy(() -> fields(line, properties)).hasMessageContaining(complaint);
  }
}
