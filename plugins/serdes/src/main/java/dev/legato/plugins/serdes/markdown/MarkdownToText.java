package dev.legato.plugins.serdes.markdown;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.conversion.Texts;
import java.io.IOException;
import java.net.URI;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** Reads Markdown. */
@TaskType(
    value = "io.kestra.plugin.serdes.markdown.MarkdownToText",
    title = "Converts Markdown to plain text.",
    description =
        """
        Marks are left out; of links, the address follows their text.

        ```yaml
        id: page
        type: io.kestra.plugin.serdes.markdown.MarkdownToText
        from: "{{ outputs.download.uri }}"
        ```
        """)
public record MarkdownToText(
    @Property("The Markdown file, as a `kestra://` address; at most 32 MiB.") URI from,
    @Property(value = "Of both files.", defaultValue = "UTF-8") String charset)
    implements Task<Document> {
  @Override
  public Document run(TaskContext context) throws TaskFailure, IOException {
    Parser parser = Parser.builder().build();
    var renderer = TextContentRenderer.builder().build();
    return Document.convert(
        from,
        Texts.charset(charset),
        "document.txt",
        markdown -> renderer.render(parser.parse(markdown)),
        context);
  }
}
