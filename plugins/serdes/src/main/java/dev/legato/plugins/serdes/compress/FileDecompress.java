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
import java.net.URI;

/** Unpacks a compressed file. */
@TaskType(
    value = "io.kestra.plugin.compress.FileDecompress",
    title = "Unpacks a compressed file.",
    description =
        """
        ```yaml
        id: plain
        type: io.kestra.plugin.compress.FileDecompress
        from: "{{ outputs.download.uri }}"
        compression: GZIP
        ```
        """)
public record FileDecompress(
    @Property("The file, as a `kestra://` address.") URI from,
    @Property("How it was compressed.") Compression compression,
    @Property(
            value = "The most bytes that may come out of it.",
            defaultValue = ArchiveDecompress.MAX_SIZE)
        long maxSize,
    @Property(
            value = "How many times as large as the file may be what comes out of it.",
            defaultValue = ArchiveDecompress.MAX_RATIO)
        int maxRatio)
    implements Task<FileDecompress.Result> {
  /** What was written. */
  public record Result(@Property("The new file.") URI uri) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    Quota quota = new Quota(maxSize, maxRatio);
    try (NewFile file = context.files().create(name())) {
      try (InputStream in = context.files().read(from);
          InputStream plain = compression.unpack(quota.packed(in))) {
        quota.copy(plain, (block, count) -> file.content().write(block, 0, count));
      } catch (RuntimeException e) { // the libraries' checks end in all kinds of them
        throw new TaskFailure("The file is damaged, or not %s.".formatted(compression), e);
      }
      return new Result(file.keep());
    }
  }

  /** {@code rows.csv.gz} becomes {@code unpacked.csv}. */
  private String name() {
    String path = String.valueOf(from.getPath());
    String packed = Conversion.extension(from);
    if (packed.isEmpty()) {
      return "unpacked";
    }
    String without = path.substring(0, path.length() - packed.length());
    return "unpacked" + Conversion.extension(URI.create("x:/" + baseName(without)));
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceAll("[^a-zA-Z0-9._-]", "_");
  }
}
