package dev.legato.plugins.serdes.markdown;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads HTML. */
@TaskType(
    value = "io.kestra.plugin.serdes.markdown.HtmlToMarkdown",
    title = "Converts HTML to Markdown.",
    description =
        """
        Scripts and styles are left out. The file is read as UTF-8.

        ```yaml
        id: text
        type: io.kestra.plugin.serdes.markdown.HtmlToMarkdown
        from: "{{ outputs.download.uri }}"
        ignoreTags: [nav, footer]
        baseUri: https://example.org/
        ```
        """)
public record HtmlToMarkdown(
    @Property("The HTML file, as a `kestra://` address; at most 32 MiB.") URI from,
    @Property("Elements that are left out with all that is in them.")
        @Nullable List<String> ignoreTags,
    @Property("What links and pictures without a host are relative to.") @Nullable String baseUri)
    implements Task<Document> {
  @Override
  public Document run(TaskContext context) throws TaskFailure, IOException {
    return Document.convert(from, StandardCharsets.UTF_8, "document.md", this::converted, context);
  }

  private String converted(String html) {
    Element body = Jsoup.parse(html, baseUri == null ? "" : baseUri).body();
    body.select("script, style, template, noscript, head").remove();
    for (String tag : ignoreTags == null ? List.<String>of() : ignoreTags) {
      body.getElementsByTag(tag).remove();
    }
    return MarkdownText.of(body);
  }
}
