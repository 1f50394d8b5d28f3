package dev.legato.plugins.serdes.xml;

import dev.legato.data.ion.IonRowWriter;
import dev.legato.data.xml.XmlReadOptions;
import dev.legato.data.xml.XmlRowReader;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.conversion.Conversion;
import dev.legato.plugins.serdes.conversion.Converted;
import dev.legato.plugins.serdes.conversion.Texts;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads XML. */
@TaskType(
    value = "io.kestra.plugin.serdes.xml.XmlToIon",
    aliases = "io.kestra.plugin.serdes.xml.XmlReader",
    title = "Converts an XML file to rows in Ion.",
    description =
        """
        An element becomes a map of its attributes and child elements, elements of one name a \
        list, and text what it looks like: a number, true, false, null or a text. With `query`, \
        the elements at that path are the rows, and files of any size can be read; without, the \
        file is read as a whole.

        ```yaml
        id: books
        type: io.kestra.plugin.serdes.xml.XmlToIon
        from: "{{ outputs.download.uri }}"
        query: /catalog/books/book
        ```
        """)
public record XmlToIon(
    @Property("The XML file, as a `kestra://` address.") URI from,
    @Property(
            value = "Of the XML file; UTF-8 to follow what the file says of itself.",
            defaultValue = "UTF-8")
        String charset,
    @Property("The path of the elements that are the rows, such as `/catalog/books/book`.")
        @Nullable String query,
    @Property("How elements become values.") @Nullable ParserConfiguration parserConfiguration)
    implements Task<Converted> {

  /** How elements become values. */
  public record ParserConfiguration(
      @Property("Names of elements that are lists even where there is one.")
          @Nullable List<String> forceList) {}

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    List<String> lists = parserConfiguration == null ? null : parserConfiguration.forceList();
    XmlReadOptions options =
        new XmlReadOptions(
            query == null ? List.of() : XmlReadOptions.path(query),
            lists == null ? List.of() : lists,
            Texts.charset(charset));
    return new Conversion(context)
        .convert(from, in -> XmlRowReader.open(in, options), "rows.ion", IonRowWriter::text);
  }
}
