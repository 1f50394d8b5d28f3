package dev.legato.plugins.serdes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.serdes.markdown.Document;
import dev.legato.testkit.task.RecordingContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
  private static final String FAMILY = "io.kestra.plugin.serdes.markdown.";

  @TempDir private static Path folder;

  private final RecordingContext context = new RecordingContext(folder);

  private String converted(String task, String text, Map<String, ?> further) throws Exception {
    Map<String, Object> properties = new HashMap<>(further);
    properties.put("from", context.files.put("in", text));
    return context.files.text(((Document) context.run(FAMILY + task, properties)).uri());
  }

  @Test
  void markdownBecomesHtmlAndText() throws Exception {
    String markdown = "# Title\n\n*Some* [text](https://a.b/)\n\n<b>html</b>\n";

    assertThat(converted("MarkdownToHtml", markdown, Map.of()))
        .isEqualTo(
            """
            <h1>Title</h1>
            <p><em>Some</em> <a href="https://a.b/">text</a></p>
            <p><b>html</b></p>
            """);
    assertThat(converted("MarkdownToText", "# Title\n\n*Some* text\n", Map.of()))
        .startsWith("Title\n")
        .endsWith("Some text");
    assertThat(context.figures).anyMatch(figure -> figure.startsWith("count bytes "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <h2>A &amp; b</h2><p>c<br>d</p>                  | ## A & b\\n\\nc\\\\\\nd\\n
          <p>a <b>b</b> <i>c</i> <del>d</del> <code>e</code> | a **b** *c* ~~d~~ `e`\\n
          <a href='/x y'>to</a> <img src='i.png' alt='pic'> | [to](https://h/x%20y) ![pic](https://h/i.png)\\n
          <ul><li>a<ul><li>b</ul><li>c</ul>                 | - a\\n  - b\\n- c\\n
          <ol start=3><li>a<li>b</ol>                       | 3. a\\n4. b\\n
          <blockquote><p>a<p>b</blockquote>                 | > a\\n>\\n> b\\n
          <pre><code class='language-sh'>a\\n b</code></pre> | ```sh\\na\\n b\\n```\\n
          <p>2 * 3 [x] _y_</p>                              | 2 \\\\* 3 \\\\[x\\\\] \\\\_y\\\\_\\n
          <p># no title                                     | \\\\# no title\\n
          <script>x</script><style>y</style><nav>z</nav>a   | a\\n
          """)
  void htmlBecomesMarkdown(String html, String markdown) throws Exception {
    String given = html.replace("\\n", "\n");
    String expected = markdown.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\");

    assertThat(
            converted(
                "HtmlToMarkdown",
                given,
                Map.of("baseUri", "https://h/", "ignoreTags", List.of("nav"))))
        .isEqualTo(expected);
  }

  @Test
  void aTableStaysATable() throws Exception {
    String table = "<table><tr><th>a<th>b<tr><td>1<td>x|y</table>";

    assertThat(converted("HtmlToMarkdown", table, Map.of()))
        .isEqualTo("| a | b |\n| --- | --- |\n| 1 | x\\|y |\n");
  }

  @Test
  void deepNestingEndsInAResultOrInARefusal() throws Exception {
    assertThat(converted("HtmlToMarkdown", "<ul><li>a".repeat(5_000), Map.of())).contains("- a");
    try {
      assertThat(converted("MarkdownToHtml", "> ".repeat(5_000) + "a", Map.of())).contains("a");
    } catch (TaskFailure e) {
      assertThat(e).hasMessageContaining("nested too deeply");
    }
  }
}
