package dev.legato.plugins.serdes.xml;

import dev.legato.data.ion.IonRowReader;
import dev.legato.data.xml.XmlRowWriter;
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
import java.nio.charset.Charset;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Writes XML. */
@TaskType(
    value = "io.kestra.plugin.serdes.xml.IonToXml",
    aliases = "io.kestra.plugin.serdes.xml.XmlWriter",
    title = "Converts rows in Ion to an XML file.",
    description =
        """
        Each row is an element `item` below the root.

        ```yaml
        id: xml
        type: io.kestra.plugin.serdes.xml.IonToXml
        from: "{{ outputs.query.uri }}"
        rootName: orders
        ```
        """)
public record IonToXml(
    @Property("A file of rows in Ion, as a `kestra://` address.") URI from,
    @Property(value = "Of the XML file.", defaultValue = "UTF-8") String charset,
    @Property(value = "The name of the root element.", defaultValue = "items") String rootName,
    @Property("The zone for dates with times; that of the machine by default.")
        @Nullable String timeZoneId)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Charset encoding = Texts.charset(charset);
    ZoneId zone = Texts.zone(timeZoneId);
    return new Conversion(context)
        .convert(
            from,
            IonRowReader::open,
            "rows.xml",
            out -> XmlRowWriter.open(out, encoding, rootName, zone));
  }
}
