package dev.legato.language.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.input.OutputReader.ResolvedOutputs;
import dev.legato.model.flow.InputType;
import dev.legato.model.flow.OutputDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OutputReaderTest {
  private final OutputReader reader = new OutputReader(TestExpressions.create());

  @Test
  void valuesAreCoercedAndNested() {
    ResolvedOutputs outputs =
        reader.read(
            List.of(
                output("a.count", InputType.INT, "3", true),
                output("b", InputType.STRING, 1, true)),
            Map.of());

    assertThat(outputs.isValid()).isTrue();
    assertThat(outputs.values()).isEqualTo(Map.of("a", Map.of("count", 3), "b", "1"));
  }

  @Test
  void allProblemsAreSentences() {
    ResolvedOutputs outputs =
        reader.read(
            List.of(
                output("a", InputType.INT, "x", true),
                output("b", InputType.STRING, "{{ bad }}", true),
                output("c", InputType.SECRET, "s", true)),
            Map.of());

    assertThat(outputs.problems())
        .satisfiesExactly(
            a -> assertThat(a).startsWith("Output 'a' must be a whole number of 32 bits"),
            b -> assertThat(b).startsWith("Output 'b' cannot be rendered: ").contains("bad"),
            c -> assertThat(c).startsWith("Output 'c' is a secret"));
  }

  @Test
  void aTextOutputHasTheJsonTextOfAMapOrList() {
    ResolvedOutputs outputs =
        reader.read(
            List.of(
                output("map", InputType.STRING, "{{ outputs.first ?? outputs.second }}", true),
                output("list", InputType.STRING, "{{ [1, 'a'] }}", true),
                output("json", InputType.JSON, "{{ outputs.second }}", true)),
            Map.of("outputs", Map.of("second", Map.of("value", "v"))));

    assertThat(outputs.problems()).isEmpty();
    assertThat(outputs.values())
        .isEqualTo(
            Map.of("map", "{\"value\":\"v\"}", "list", "[1,\"a\"]", "json", Map.of("value", "v")));
  }

  @Test
  void anOptionalOutputThatCannotBeRenderedIsNull() {
    ResolvedOutputs outputs =
        reader.read(List.of(output("a", InputType.INT, "{{ bad }}", false)), Map.of());

    assertThat(outputs.isValid()).isTrue();
    assertThat(outputs.values()).containsEntry("a", null);
  }

  private static OutputDefinition output(
      String id, InputType type, Object value, boolean required) {
    return new OutputDefinition(id, type, value, required, null, null);
  }
}
