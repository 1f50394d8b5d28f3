package dev.legato.plugins.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugins.serdes.transform.TransformItems;
import dev.legato.plugins.serdes.transform.TransformValue;
import dev.legato.testkit.task.RecordingContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformTest {
  private static final String ITEMS = "io.kestra.plugin.transform.jsonata.TransformItems";
  private static final String VALUE = "io.kestra.plugin.transform.jsonata.TransformValue";

  @TempDir private static Path folder;

  private final RecordingContext context = new RecordingContext(folder);

  @Test
  void rowsAreTransformed() throws Exception {
    URI rows =
        context.files.put(
            "a.ion", "{id:1,lines:[{p:2,q:3},{p:1,q:1}],day:2023-01-02}\n{id:2,lines:[]}\n");

    assertThat(transformed(rows, "{'id': id, 'sum': $sum(lines.(p*q)), 'day': day}", true))
        .isEqualTo("{id:1,sum:7,day:\"2023-01-02\"}\n{id:2}\n");
    assertThat(transformed(rows, "lines.p", true)).isEqualTo("2\n1\n");
    assertThat(transformed(rows, "[lines.p]", false)).isEqualTo("[2,1]\n[]\n");
  }

  private String transformed(URI rows, String expression, boolean explode) throws Exception {
    var result =
        (TransformItems.Result)
            context.run(
                ITEMS, Map.of("from", rows, "expression", expression, "explodeArray", explode));
    assertThat(result.processedItemsTotal()).isEqualTo(2);
    return context.files.text(result.uri());
  }

  @Test
  void aValueIsTransformed() throws Exception {
    var result =
        (TransformValue.Result)
            context.run(
                VALUE,
                Map.of("from", "{\"a\":[{\"n\":\"x\"},{\"n\":\"y\"}]}", "expression", "a.n"));

    assertThat(result.value()).isEqualTo(List.of("x", "y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "a.b(",
        "$unknown(1)",
        "1 + \"a\"",
        "($f := function(){ $f() + 1 }; $f())",
        "$error(\"no\")",
        "[1..100000000]"
      })
  void anExpressionThatFailsSaysSo(String expression) {
    assertThatThrownBy(() -> context.run(VALUE, Map.of("from", "{}", "expression", expression)))
        .hasMessageStartingWith("'expression' ");
  }

  @Test
  void anExpressionNestedTooDeeplyIsRefused() {
    String deep = "(".repeat(50_000);

    assertThatThrownBy(() -> context.run(VALUE, Map.of("from", "{}", "expression", deep)))
        .hasMessageStartingWith("'expression' ");
  }
}
