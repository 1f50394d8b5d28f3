package dev.legato.plugins.serdes.compress;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.conversion.Conversion;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;

/** Compresses a file. */
@TaskType(
    value = "io.kestra.plugin.compress.FileCompress",
    title = "Compresses a file.",
    description =
        """
        ```yaml
        id: small
        type: io.kestra.plugin.compress.FileCompress
        from: "{{ outputs.csv.uri }}"
        compression: GZIP
        ```
        """)
public record FileCompress(
    @Property("The file, as a `kestra://` address.") URI from,
    @Property("How; `BROTLI`, `DEFLATE64`, `SNAPPY` and `Z` can only be unpacked.")
        Compression compression)
    implements Task<FileCompress.Result> {
  /** What was written. */
  public record Result(@Property("The new file.") URI uri) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    String name = "packed" + Conversion.extension(from) + compression.extension();
    try (NewFile file = context.files().create(name)) {
      try (InputStream in = context.files().read(from);
          OutputStream out = compression.pack(file.content())) {
        in.transferTo(out);
      }
      return new Result(file.keep());
    }
  }
}
