package dev.legato.plugins.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.serdes.record.Destination;
import dev.legato.testkit.task.RecordingContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTransformsTest {
  @TempDir private static Path folder;

  private final RecordingContext context = new RecordingContext(folder);

  /** A map in the order in which it is written. */
  private static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  private String run(String type, Map<String, ?> properties) throws Exception {
    var result = (Destination.Result) context.run("io.kestra.plugin.transform." + type, properties);
    return result.uri() == null
        ? String.valueOf(result.records())
        : context.files.text(result.uri()).replace("\n", " ").strip();
  }

  @Test
  void mapMakesFieldsAndConvertsThem() throws Exception {
    URI rows =
        context.files.put("a.ion", "{id:1,price:2.5,q:2,at:2026-01-31T12:00:00.000Z}\n{id:2}");

    assertThat(
            run(
                "Map",
                Map.of(
                    "from",
                    rows,
                    "fields",
                    map(
                        "n", map("expr", "id", "type", "INT"),
                        "total", map("expr", "price * q", "type", "FLOAT", "optional", true),
                        "at", map("expr", "at", "optional", "true")))))
        .isEqualTo("{n:1,total:5.0e0,at:2026-01-31T12:00:00.000Z} {n:2}");
    assertThat(context.figures).contains("count processed 2.0 {}", "count failed 0.0 {}");
    assertThat(
            run(
                "Map",
                Map.of(
                    "from", List.of(map("a", 1, "b", 2)),
                    "fields", map("b", "a + b"),
                    "keepOriginalFields", true)))
        .isEqualTo("[{a=1, b=3}]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "->",
      value = {"SKIP -> [{v=1}]", "NULL -> [{v=1}, {v=null}, {v=null}]"})
  void aRecordWithoutAValueIsTreatedAsWanted(String onError, String expected) throws Exception {
    List<Object> records = List.of(map("a", "1"), map("a", "x"), map("b", 1));
    Map<String, Object> fields = map("v", map("expr", "toInt(a)", "type", "INT"));

    assertThat(
            run(
                "Map",
                Map.of("from", records, "fields", fields, "onError", onError, "dropNulls", false)))
        .isEqualTo(expected);
    assertThat(context.figures).contains("count failed 2.0 {}");
    assertThatThrownBy(() -> run("Map", Map.of("from", records, "fields", fields)))
        .isInstanceOf(TaskFailure.class)
        .hasMessage("Record 2: field 'v': 'x' is not a number.");
  }

  @Test
  void filterKeepsWhatIsTrue() throws Exception {
    String json = "[{\"a\":1},{\"a\":5},{\"b\":1}]";

    assertThat(run("Filter", Map.of("from", json, "where", "a > 2", "onError", "SKIP")))
        .isEqualTo("[{a=5}]");
    assertThat(run("Filter", Map.of("from", json, "where", "a > 2", "onError", "KEEP")))
        .isEqualTo("[{a=5}, {b=1}]");
    assertThat(context.figures).contains("count passed 1.0 {}", "count passed 2.0 {}");
    assertThatThrownBy(() -> run("Filter", Map.of("from", json, "where", "a > 2")))
        .hasMessage("Record 3: 'where' must give true or false, but gives 'null'.");
  }

  @Test
  void aggregateAddsUpGroupsInTheOrderInWhichTheyWereSeen() throws Exception {
    URI rows =
        context.files.put("a.ion", "{c:\"b\",v:1} {c:\"a\",v:2} {c:\"b\",v:4.5} {v:null,c:\"a\"}");

    assertThat(
            run(
                "Aggregate",
                Map.of(
                    "from",
                    rows,
                    "groupBy",
                    List.of("c"),
                    "aggregates",
                    map(
                        "n", map("expr", "count()", "type", "INT"),
                        "sum", "sum(v)",
                        "avg", "avg(v)",
                        "min", "min(v)",
                        "last", "last(v)"),
                    "outputType",
                    "RECORDS")))
        .isEqualTo(
            "[{c=b, n=2, sum=5.5, avg=2.75, min=1, last=4.5},"
                + " {c=a, n=2, sum=2, avg=2, min=2, last=2}]");
    assertThat(context.figures).contains("count groups 2.0 {}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "SKIP -> [{c=a, n=1, sum=2}]",
        "NULL -> [{c=a, n=2, sum=2}]",
      })
  void aRecordThatCannotBeAddedIsLeftOutAsAWhole(String onError, String expected) throws Exception {
    List<Object> records = List.of(map("c", "a", "v", 1), map("c", "a", "v", "x"));
    var aggregates = map("n", "count()", "sum", "sum(v * 2)");
    Map<String, Object> given =
        map("from", records, "groupBy", List.of("c"), "aggregates", aggregates, "onError", onError);

    assertThat(run("Aggregate", given)).isEqualTo(expected);
    assertThat(context.figures).contains("count processed 2.0 {}", "count failed 1.0 {}");
  }

  @Test
  void aGroupWithoutAValueIsNamed() {
    List<Object> records = List.of(map("c", "a", "v", "x"), map("c", "b", "v", 1));

    assertThatThrownBy(
            () ->
                run(
                    "Aggregate",
                    Map.of(
                        "from",
                        records,
                        "groupBy",
                        List.of("c"),
                        "aggregates",
                        map("s", "sum(v)"))))
        .hasMessageStartingWith("Group {c=a}: ");
  }

  @Test
  void unnestMakesARecordOfEachElement() throws Exception {
    List<Object> records = List.of(map("id", 1, "l", List.of(7, 8)), map("id", 2));

    assertThat(run("Unnest", Map.of("from", records, "path", "l", "as", "e")))
        .isEqualTo("[{id=1, e=7}, {id=1, e=8}]");
    assertThatThrownBy(() -> run("Unnest", Map.of("from", records, "path", "id", "as", "e")))
        .hasMessage("Record 1: 'id' is no list.");
  }

  @Test
  void zipJoinsRowsOfOneLength() throws Exception {
    List<Object> left = List.of(map("a", 1), map("a", 2));
    List<Object> right = List.of(map("b", 3), map("a", 4));

    assertThat(run("Zip", Map.of("inputs", List.of(left, right), "onConflict", "LEFT")))
        .isEqualTo("[{a=1, b=3}, {a=2}]");
    assertThat(run("Zip", Map.of("inputs", List.of(left, right), "onConflict", "RIGHT")))
        .isEqualTo("[{a=1, b=3}, {a=4}]");
    assertThat(run("Zip", Map.of("inputs", List.of(left, right), "onError", "SKIP")))
        .isEqualTo("[{a=1, b=3}]");
    assertThatThrownBy(() -> run("Zip", Map.of("inputs", List.of(left, right))))
        .hasMessageContaining("two inputs have the field 'a'");
    assertThatThrownBy(() -> run("Zip", Map.of("inputs", List.of(left, List.of(map("b", 1))))))
        .hasMessageContaining("one ends after 1");
    assertThatThrownBy(() -> run("Zip", Map.of("inputs", List.of(left))))
        .hasMessageContaining("'inputs' needs 2 or more");
  }

  @Test
  void selectChoosesFieldsOfInputsSideBySide() throws Exception {
    URI prices = context.files.put("p.ion", "{p:2} {p:3} {p:4}");
    List<Object> orders = List.of(map("id", "a", "q", 5), map("id", "b", "q", 0));
    Map<String, Object> given =
        map(
            "inputs", List.of(orders, prices),
            "where", "$1.q > 0",
            "fields", map("total", "$1.q * $2.p"),
            "keepInputFields", List.of(1),
            "onLengthMismatch", "SKIP");

    assertThat(run("Select", given)).isEqualTo("{id:\"a\",q:5,total:10.}");
    given.put("onLengthMismatch", "FAIL");
    assertThatThrownBy(() -> run("Select", given)).hasMessageContaining("one ends after 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "text -> must be records",
        "[1] -> Record 1 is no map",
        "kestra:///none -> no file",
      })
  void whatIsNoRecordsIsExplained(String from, String message) {
    assertThatThrownBy(() -> run("Filter", Map.of("from", from, "where", "true")))
        .hasMessageContaining(message);
  }

  @Test
  void aFileIsWrittenInBinaryWhenWanted() throws Exception {
    var result =
        (Destination.Result)
            context.run(
                "io.kestra.plugin.transform.Filter",
                Map.of(
                    "from", List.of(map("a", 1)),
                    "where", "true",
                    "outputType", "STORE",
                    "outputFormat", "BINARY"));

    assertThat(context.files.bytes(result.uri())).startsWith(0xE0, 0x01, 0x00, 0xEA);
    assertThat(run("Filter", Map.of("from", result.uri(), "where", "a == 1"))).isEqualTo("{a:1}");
  }
}
