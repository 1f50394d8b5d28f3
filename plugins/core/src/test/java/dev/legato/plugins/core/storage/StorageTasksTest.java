package dev.legato.plugins.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.core.FakeContext;
import dev.legato.plugins.core.flow.ForEachItemMergeOutputs;
import dev.legato.plugins.core.flow.ForEachItemSplit;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks about files, among them those that cut files for ForEachItem. */
class StorageTasksTest {
  @TempDir private static Path folder;

  private final FakeContext context = new FakeContext(folder);

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "     ,   , 2 , 1.2.|3.4.|5.",
    "     ,   , 9 , 1.2.3.4.5.",
    "     , 2 ,   , 1.3.5.|2.4.",
    "     , 9 ,   , 1.|2.|3.|4.|5.",
    "3    ,   ,   , 1.2.|3.4.|5.",
    "1    , 2 , 3 , 1.|2.|3.|4.|5.",
    "     , 2 , 1 , 1.3.5.|2.4.",
    "1 KB ,   ,   , 1.2.3.4.5."
  })
  void splitCutsByBytesElsePartitionsElseRows(
      String bytes, Integer partitions, Integer rows, String pieces) throws Exception {
    Map<String, Object> properties = new HashMap<>();
    properties.put("from", context.storage.put("a.csv", "1\n2\r\n3\n4\n5"));
    properties.put("bytes", bytes);
    properties.put("partitions", partitions);
    properties.put("rows", rows);
    properties.put("separator", ".");

    List<URI> uris = ((Split.Result) context.run("storage.Split", properties)).uris();

    assertThat(uris.stream().map(context.storage::text).collect(Collectors.joining("|")))
        .isEqualTo(pieces);
    assertThat(uris).allMatch(uri -> uri.getPath().endsWith(".csv"));
  }

  @Test
  void splitMustKnowHow() {
    URI file = context.storage.put("a", "1\n");

    assertThatThrownBy(() -> context.run("storage.Split", Map.of("from", file)))
        .hasMessageContaining("give 'bytes', 'partitions' or 'rows'");
    assertThatThrownBy(() -> context.run("storage.Split", Map.of("from", file, "rows", 0)))
        .hasMessageContaining("'rows' must be at least 1");
    assertThatThrownBy(() -> context.run("storage.Split", Map.of("from", file, "bytes", "a lot")))
        .hasMessageContaining("'bytes' must be a size such as");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n\n", "a", "a\n", "a\n\nb", "\r\n", "é\r\nü\n", "a\rb"})
  void everyLineSurvivesWhateverItsEnd(String text) throws Exception {
    String expected = text.lines().map(line -> line + "\n").collect(Collectors.joining());
    URI file = context.storage.put("a", text.replace("a\rb", "ab"));

    List<URI> uris =
        ((Split.Result) context.run("storage.Split", Map.of("from", file, "rows", 1))).uris();

    assertThat(uris.stream().map(context.storage::text).collect(Collectors.joining()))
        .isEqualTo(text.equals("a\rb") ? "ab\n" : expected);
  }

  @Test
  void linesLongerThanABlockStayWhole() throws Exception {
    String line = "x".repeat(200_000);
    URI file = context.storage.put("a", line + "\n" + line + "y");

    var result = (Split.Result) context.run("storage.Split", Map.of("from", file, "rows", 1));

    assertThat(result.uris().stream().map(context.storage::text))
        .containsExactly(line + "\n", line + "y\n");
  }

  @Test
  void forEachItemSplitListsItsBatchesInAFile() throws Exception {
    String lines =
        IntStream.range(0, 10_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    URI file = context.storage.put("a.jsonl", lines);

    var result =
        (ForEachItemSplit.Result)
            context.run(
                "flow.ForEachItem$ForEachItemSplit",
                Map.of("items", file, "batch", Map.of("rows", 1_000)));

    List<URI> batches = context.storage.text(result.splits()).lines().map(URI::create).toList();
    assertThat(batches).hasSize(10);
    assertThat(context.storage.text(batches.getLast()).lines())
        .hasSize(1_000)
        .last()
        .isEqualTo("line 9999");
    // the list, and batches that become durable together
    assertThat(context.storage.mostOpen).isLessThanOrEqualTo(11);
  }

  @Test
  void forEachItemSplitTakesALineEachByDefaultAndNothingFromNothing() throws Exception {
    var single =
        (ForEachItemSplit.Result)
            context.run(
                "flow.ForEachItem$ForEachItemSplit",
                Map.of("items", context.storage.put("a", "1\n2\n")));
    assertThat(context.storage.text(single.splits()).lines()).hasSize(2);

    var none =
        (ForEachItemSplit.Result)
            context.run(
                "flow.ForEachItem$ForEachItemSplit", Map.of("items", context.storage.put("b", "")));
    assertThat(context.storage.text(none.splits())).isEmpty();
    assertThatThrownBy(
            () ->
                context.run(
                    "flow.ForEachItem$ForEachItemSplit", Map.of("items", "https://example.org")))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("begins with kestra://");
  }

  @Test
  void forEachItemMergeJoinsTheOutputsOfAllChildren() throws Exception {
    context.children =
        (task, reader) -> {
          assertThat(task).isEqualTo("each_items");
          reader.read(Map.of("rows", 1));
          reader.read(Map.of("rows", 2));
        };

    var merged =
        (ForEachItemMergeOutputs.Result)
            context.run("flow.ForEachItem$ForEachItemMergeOutputs", Map.of("task", "each_items"));

    assertThat(context.storage.text(merged.subflowOutputs()))
        .isEqualTo("{\"rows\":1}\n{\"rows\":2}\n");
    context.children = (_, _) -> {};
    assertThat(
            context.run("flow.ForEachItem$ForEachItemMergeOutputs", Map.of("task", "each_items")))
        .isEqualTo(new ForEachItemMergeOutputs.Result(null));
  }

  @Test
  void concatJoinsFilesWithWhatGoesBetween() throws Exception {
    URI one = context.storage.put("1", "a");
    URI two = context.storage.put("2", "b");

    var asList =
        (Concat.Result)
            context.run(
                "storage.Concat",
                Map.of("files", List.of(one.toString(), two.toString()), "separator", "\n"));
    var asText =
        (Concat.Result)
            context.run(
                "storage.Concat",
                Map.of("files", "[\"%s\", \"%s\"]".formatted(two, one), "extension", ".csv"));

    assertThat(asList.uri().getPath()).endsWith(".tmp");
    assertThat(context.storage.text(asList.uri())).isEqualTo("a\nb\n");
    assertThat(asText.uri().getPath()).endsWith(".csv");
    assertThat(context.storage.text(asText.uri())).isEqualTo("ba");
    assertThatThrownBy(() -> context.run("storage.Concat", Map.of("files", 5)))
        .hasMessageContaining("'files' must be a list");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8     , a|b|c  , c.b.a.",
    "UTF-8     , ä|€|   , €.ä.",
    "UTF-8     , ||a    , a...",
    "UTF-16    , ä|b    , b.ä.",
    "ISO-8859-1, ä|b    , b.ä.",
    "UTF-8     , ''     , ''"
  })
  void reverseTurnsLinesRound(String charset, String text, String reversed) throws Exception {
    URI file = URI.create("kestra:///given/r.txt");
    context.storage.files.put(
        file, text.strip().replace('|', '\n').getBytes(Charset.forName(charset)));

    var result =
        (Reverse.Result)
            context.run(
                "storage.Reverse", Map.of("from", file, "charset", charset, "separator", "."));

    assertThat(new String(context.storage.files.get(result.uri()), Charset.forName(charset)))
        .isEqualTo(reversed);
  }

  @Test
  void reverseHandlesMoreThanABlock() throws Exception {
    List<String> lines = IntStream.range(0, 20_000).mapToObj(i -> "line " + i).toList();
    URI file = context.storage.put("a", String.join("\n", lines));

    var result = (Reverse.Result) context.run("storage.Reverse", Map.of("from", file));

    assertThat(context.storage.text(result.uri()).lines().toList()).isEqualTo(lines.reversed());
  }

  @Test
  void filesAreWrittenMeasuredAndRemoved() throws Exception {
    URI file =
        ((Write.Result)
                context.run("storage.Write", Map.of("content", "héllo", "extension", ".txt")))
            .uri();

    assertThat(context.storage.files.get(file)).isEqualTo("héllo".getBytes(StandardCharsets.UTF_8));
    assertThat(context.run("storage.Size", Map.of("uri", file))).isEqualTo(new Size.Result(6));
    assertThat(context.run("storage.Delete", Map.of("uri", file)))
        .isEqualTo(new Delete.Result(file, true));
    assertThat(context.run("storage.Delete", Map.of("uri", file)))
        .isEqualTo(new Delete.Result(file, false));
    assertThatThrownBy(
            () -> context.run("storage.Delete", Map.of("uri", file, "errorOnMissing", true)))
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> context.run("storage.Size", Map.of("uri", file)))
        .hasMessageContaining("There is no file");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {".csv, .csv", "csv, .csv", "none, .tmp", "'', ''"})
  void aFileEndsAsItsExtensionSays(@Nullable String extension, String end) throws Exception {
    var properties = new HashMap<String, @Nullable Object>(Map.of("content", "a"));
    properties.put("extension", extension);

    var result = (Write.Result) context.run("storage.Write", properties);

    assertThat(result.uri().getPath()).endsWith("content" + end);
  }

  @Test
  void allFilesOfTheExecutionAreRemoved() throws Exception {
    URI one = context.storage.put("1", "a");

    assertThat(context.run("storage.PurgeExecution", Map.of()))
        .isEqualTo(new PurgeCurrentExecutionFiles.Result(List.of(one)));
    assertThat(context.storage.files).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "INCLUDE, INCLUDE, '1,3,4'",
    "INCLUDE, EXCLUDE, '1,3'",
    "EXCLUDE, INCLUDE, '2,4'",
    "EXCLUDE, EXCLUDE, '2'"
  })
  void itemsAreKeptByACondition(String type, String errorOrNull, String kept) throws Exception {
    context.templates = (_, item) -> item.get("ok");
    URI file =
        context.storage.put(
            "items.ion",
            "{id:1,ok:\"yes\",day:2023-01-02}\n{id:2,ok:\" false \"}\n{\"id\":3,\"ok\":1}\n{id:4}");

    var result =
        (FilterItems.Result)
            context.run(
                "storage.FilterItems",
                Map.of(
                    "from", file,
                    "filterCondition", "{{ ok }}",
                    "filterType", type,
                    "errorOrNullBehavior", errorOrNull));

    int count = kept.split(",", 0).length;
    assertThat(context.storage.text(result.uri()).replaceAll("\\{id:(\\d)[^\\n]*\\n", "$1,"))
        .isEqualTo(kept + ",");
    assertThat(result.processedItemsTotal()).isEqualTo(4);
    assertThat(result.droppedItemsTotal()).isEqualTo(4 - count);
  }

  @Test
  void aConditionThatSaysNothingFailsUnlessToldOtherwise() throws Exception {
    URI file = context.storage.put("items.ion", "{id:1}");
    context.templates = (_, _) -> null;

    assertThatThrownBy(
            () -> context.run("storage.FilterItems", Map.of("from", file, "filterCondition", "x")))
        .hasMessageContaining("'filterCondition' is null");
    assertThatThrownBy(
            () ->
                context.run("storage.FilterItems", Map.of("from", file, "filterCondition", "gone")))
        .hasMessageContaining("cannot be rendered");
  }

  @Test
  void theLastItemOfEachKeyIsKeptInItsPlace() throws Exception {
    context.templates = (_, item) -> item.get("id");
    URI file = context.storage.put("d.ion", "{id:1,v:1}\n{id:2,v:2}\n{id:1,v:3}\n{id:3,v:4}");

    var result =
        (DeduplicateItems.Result)
            context.run("storage.DeduplicateItems", Map.of("from", file, "expr", "{{ id }}"));

    assertThat(context.storage.text(result.uri()))
        .isEqualTo("{id:2,v:2}\n{id:1,v:3}\n{id:3,v:4}\n");
    assertThat(result).isEqualTo(new DeduplicateItems.Result(result.uri(), 3, 4, 1));
  }

  @Test
  void localFilesGoInAndOut(@TempDir Path own) throws Exception {
    FakeContext here = new FakeContext(own);
    URI rows = here.storage.put("rows.csv", "a,b");

    var result =
        (LocalFiles.Result)
            here.run(
                "storage.LocalFiles",
                Map.of(
                    "inputs", Map.of("data/rows.csv", rows.toString(), "note.txt", "hello"),
                    "outputs", List.of("*.txt", "data/*")));

    assertThat(result.uris()).containsOnlyKeys("data/rows.csv", "note.txt");
    assertThat(here.storage.text(result.uris().get("data/rows.csv"))).isEqualTo("a,b");
    assertThat(here.storage.text(result.uris().get("note.txt"))).isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/etc/x", "a/../../x", ".", "", "a\u0000b"})
  void localFilesStayInTheWorkingDirectory(String path, @TempDir Path own) {
    FakeContext here = new FakeContext(own);

    assertThatThrownBy(() -> here.run("storage.LocalFiles", Map.of("inputs", Map.of(path, "x"))))
        .hasMessageContaining("no path inside the working directory");
  }
}
