package dev.legato.plugins.serdes.compress;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.conversion.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an archive. */
@TaskType(
    value = "io.kestra.plugin.compress.ArchiveCompress",
    title = "Puts files into an archive.",
    description =
        """
        ```yaml
        id: archive
        type: io.kestra.plugin.compress.ArchiveCompress
        algorithm: TAR
        compression: GZIP
        from:
          data/rows.csv: "{{ outputs.csv.uri }}"
        ```
        """)
public record ArchiveCompress(
    @Property("The kind of archive; `ARJ` and `DUMP` can only be read.") ArchiveFormat algorithm,
    @Property("How the archive as a whole is compressed.") @Nullable Compression compression,
    @Property("The files by their name in the archive, or a text that holds such a JSON map.")
        Object from)
    implements Task<ArchiveCompress.Result> {
  /** What was written. */
  public record Result(@Property("The archive.") URI uri) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    Map<String, URI> sources = Sources.byName(from, null);
    String suffix = algorithm.extension() + (compression == null ? "" : compression.extension());
    try (NewFile file = context.files().create("archive" + suffix)) {
      try (OutputStream out =
          compression == null ? file.content() : compression.pack(file.content())) {
        ArchiveFormat.Writer<?> archive = algorithm.writer(out);
        for (Map.Entry<String, URI> source : sources.entrySet()) {
          try (InputStream in = context.files().read(source.getValue())) {
            long size = context.files().size(source.getValue());
            archive.add(EntryNames.checked(source.getKey()), size, in);
          }
        }
        archive.out().close();
      }
      return new Result(file.keep());
    }
  }
}
