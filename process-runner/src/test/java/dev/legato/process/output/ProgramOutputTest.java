package dev.legato.process.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.plugin.TaskLog.Level;
import dev.legato.testkit.task.RecordingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramOutputTest {
  private static final String EVERYTHING =
      """
      plain
      ::{"outputs": {"a": 1, "name": "Zoë ∑ 𝄞"}}::
      windows\r
      ::{"metrics": [{"name": "rows", "type": "counter", "value": 2.5, "tags": {"t": "x"}}]}::
      ::{"outputs": {"a": 2}, "logs": [{"level": "WARN", "message": "few"}]}::

      ünïcödé 𝄞 line
      last without an end\
      """;

  private final RecordingContext context = new RecordingContext();

  private ProgramOutput output() {
    return new ProgramOutput(OutputLimits.DEFAULTS, context, Level.ERROR);
  }

  private ProgramOutput read(String text) {
    ProgramOutput output = output();
    ProgramOutput.Portions stream = output.stream(false);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    stream.take(bytes, 0, bytes.length);
    stream.end();
    return output;
  }

  @Test
  void everyChunkingGivesTheSame() {
    byte[] bytes = EVERYTHING.getBytes(StandardCharsets.UTF_8);
    for (int first = 0; first <= bytes.length; first++) {
      for (int size = 1; size <= 7; size += 3) {
        RecordingContext own = new RecordingContext();
        ProgramOutput output = new ProgramOutput(OutputLimits.DEFAULTS, own, Level.ERROR);
        ProgramOutput.Portions stream = output.stream(false);
        stream.take(bytes, 0, first);
        for (int at = first; at < bytes.length; at += size) {
          stream.take(bytes, at, Math.min(size, bytes.length - at));
        }
        stream.end();

        assertThat(own.lines)
            .containsExactly(
                "INFO plain",
                "INFO windows",
                "WARN few",
                "INFO ",
                "INFO ünïcödé 𝄞 line",
                "INFO last without an end");
        assertThat(own.figures).containsExactly("count rows 2.5 {t=x}");
        assertThat(output.vars()).isEqualTo(Map.of("a", 2, "name", "Zoë ∑ 𝄞"));
        assertThat(output.outputLines()).isEqualTo(8);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ::{\"outputs\":{}}::",
        "::{\"outputs\":{}}:: ",
        "::[1]::",
        "::{\"outputs\":{}}:",
        "x::{}::",
        "::{::",
        "::}::"
      })
  void aLineThatIsNotWhollyAMessageIsPlain(String line) {
    read(line + "\n");

    assertThat(context.lines).containsExactly("INFO " + line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ::{"outputs": {}::                                             | Invalid outputs
          ::{outputs}::                                                  | Invalid outputs
          ::{"outputs": [1]}::                                           | Invalid outputs
          ::{"metrics": [{"name": "a", "type": "speed", "value": 1}]}::  | Invalid metric
          ::{"metrics": [{"name": "a", "type": "counter"}]}::            | Invalid metric
          ::{"metrics": [7]}::                                           | Invalid metric
          ::{"logs": [{"level": "LOUD", "message": "a"}]}::              | Invalid log
          """)
  void whatCannotBeUnderstoodIsAWarning(String line, String warning) {
    ProgramOutput output = read(line + "\n::{\"outputs\": {\"then\": true}}::\n");

    assertThat(context.lines).singleElement().asString().startsWith("WARN " + warning);
    assertThat(output.vars()).isEqualTo(Map.of("then", true));
  }

  @Test
  void figuresOfAllKindsAreRecorded() {
    read(
        """
        ::{"metrics": [{"name": "c", "type": "counter", "value": 3}]}::
        ::{"metrics": [{"name": "t", "type": "timer", "value": 1.5}, {"name": "u", "type": "timer", "value": "PT2M"}]}::
        ::{"metrics": [{"name": "g", "type": "gauge", "value": -1, "tags": {"a": 1}}]}::
        """);

    assertThat(context.figures)
        .containsExactly(
            "count c 3.0 {}", "time t PT1.5S {}", "time u PT2M {}", "gauge g -1.0 {a=1}");
  }

  @Test
  void theErrorStreamHasItsOwnLevelAndGivesOutputsToo() {
    ProgramOutput output = output();
    ProgramOutput.Portions errors = output.stream(true);
    byte[] bytes = "oh\n::{\"outputs\": {\"a\": null}}::\n".getBytes(StandardCharsets.UTF_8);
    errors.take(bytes, 0, bytes.length);
    errors.end();

    assertThat(context.lines).containsExactly("ERROR oh");
    assertThat(output.vars()).containsKey("a");
    assertThat(output.errorLines()).isEqualTo(2);
    assertThat(output.outputLines()).isZero();
  }

  @Test
  void aLineWithoutAnEndComesInPiecesOfWholeCharacters() {
    ProgramOutput output = new ProgramOutput(new OutputLimits(64, 10, 1_000), context, Level.ERROR);
    ProgramOutput.Portions stream = output.stream(false);
    byte[] bytes =
        ("𝄞".repeat(50) + "\n::{\"outputs\": {\"a\": \"" + "b".repeat(90) + "\"}}::\n")
            .getBytes(StandardCharsets.UTF_8);
    for (byte each : bytes) {
      stream.take(new byte[] {each}, 0, 1);
    }
    stream.end();

    assertThat(String.join("", context.lines.stream().filter(l -> l.contains("𝄞")).toList()))
        .doesNotContain("\uFFFD");
    assertThat(context.lines).anyMatch(line -> line.contains("longer than 64 bytes"));
    assertThat(output.vars()).isEmpty();
    assertThat(output.outputLines()).isEqualTo(2);
  }

  @Test
  void tooManyMessagesAreLeftOutWithOneWarning() {
    ProgramOutput output =
        new ProgramOutput(new OutputLimits(1_000, 3, 1_000), context, Level.ERROR);
    ProgramOutput.Portions stream = output.stream(false);
    for (int i = 0; i < 6; i++) {
      byte[] line =
          "::{\"outputs\": {\"v%d\": 1}}::\n".formatted(i).getBytes(StandardCharsets.UTF_8);
      stream.take(line, 0, line.length);
    }
    stream.end();

    assertThat(output.vars().keySet()).containsExactly("v0", "v1", "v2");
    assertThat(context.lines).singleElement().asString().contains("3 lines of outputs");
  }
}
