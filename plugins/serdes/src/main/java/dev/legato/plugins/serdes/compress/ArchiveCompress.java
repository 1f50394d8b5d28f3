package dev.legato.plugins.serdes.compress;

import dev.legato.data.json.JsonRowReader;
import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
    Map<?, ?> sources = sources();
    String suffix = algorithm.extension() + (compression == null ? "" : compression.extension());
    try (NewFile file = context.files().create("archive" + suffix)) {
      try (OutputStream out =
          compression == null ? file.content() : compression.pack(file.content())) {
        ArchiveFormat.Writer<?> archive = algorithm.writer(out);
        for (Map.Entry<?, ?> source : sources.entrySet()) {
          add(context, archive, String.valueOf(source.getKey()), String.valueOf(source.getValue()));
        }
        archive.out().close();
      }
      return new Result(file.keep());
    }
  }

  private static void add(
      TaskContext context, ArchiveFormat.Writer<?> archive, String name, String address)
      throws TaskFailure, IOException {
    URI source;
    try {
      source = URI.create(address.strip());
    } catch (IllegalArgumentException e) {
      throw new TaskFailure("'%s' for '%s' is no address.".formatted(address, name), e);
    }
    try (InputStream in = context.files().read(source)) {
      archive.add(EntryNames.checked(name), context.files().size(source), in);
    }
  }

  private Map<?, ?> sources() throws TaskFailure, IOException {
    Object given = from instanceof String text ? parsed(text) : from;
    if (given instanceof Map<?, ?> map) {
      return map;
    }
    throw new TaskFailure("'from' must be a map from names in the archive to addresses of files.");
  }

  private static @Nullable Object parsed(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (JsonRowReader reader =
        JsonRowReader.lines(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      return reader.next() ? reader.row() : null;
    }
  }
}
