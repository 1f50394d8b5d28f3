package dev.legato.plugins.serdes.compress;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.jspecify.annotations.Nullable;

/** Unpacks an archive. */
@TaskType(
    value = "io.kestra.plugin.compress.ArchiveDecompress",
    title = "Unpacks an archive.",
    description =
        """
        Each file of the archive becomes a file in the internal storage. An archive with links, \
        with names that lead out of it, or that unpacks to far more than is likely, is refused as \
        a whole.

        ```yaml
        id: unpack
        type: io.kestra.plugin.compress.ArchiveDecompress
        algorithm: TAR
        compression: GZIP
        from: "{{ outputs.download.uri }}"
        ```
        """)
public record ArchiveDecompress(
    @Property("The kind of archive.") ArchiveFormat algorithm,
    @Property("How the archive as a whole was compressed.") @Nullable Compression compression,
    @Property("The archive, as a `kestra://` address.") URI from,
    @Property(value = "The most files that it may have.", defaultValue = "10000") int maxEntries,
    @Property(value = "The most bytes that may come out of it.", defaultValue = MAX_SIZE)
        long maxSize,
    @Property(
            value = "How many times as large as the archive may be what comes out of it.",
            defaultValue = MAX_RATIO)
        int maxRatio)
    implements Task<ArchiveDecompress.Result> {
  static final String MAX_SIZE = "107374182400";
  static final String MAX_RATIO = "250";

  /** What was unpacked. */
  public record Result(
      @Property("The files by their name in the archive.") Map<String, URI> files) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    Quota quota = new Quota(maxSize, maxRatio);
    Unpacked unpacked = new Unpacked(context.files(), quota, maxEntries);
    try (InputStream in = context.files().read(from);
        InputStream packed = quota.packed(in);
        InputStream plain = compression == null ? packed : compression.unpack(packed)) {
      if (algorithm.isZip()) {
        zip(context, quota, plain, unpacked);
      } else {
        stream(plain, unpacked);
      }
    } catch (ZipException e) {
      unpacked.undo();
      throw new TaskFailure("The file is no sound zip archive: " + e.getMessage(), e);
    } catch (TaskFailure | IOException e) {
      unpacked.undo();
      throw e;
    } catch (RuntimeException e) { // the libraries' checks end in all kinds of them
      unpacked.undo();
      throw new TaskFailure("The archive is damaged.", e);
    }
    context.count("size", (double) unpacked.size(), Map.of());
    context.count("count", unpacked.files().size(), Map.of());
    return new Result(unpacked.files());
  }

  /** What is true of the entries of a zip is at its end, so it is copied first. */
  private void zip(TaskContext context, Quota quota, InputStream plain, Unpacked unpacked)
      throws TaskFailure, IOException {
    Path copy = new Conversion(context).scratch(".zip");
    try {
      try (OutputStream out = Files.newOutputStream(copy)) {
        if (compression == null) {
          plain.transferTo(out);
        } else {
          quota.copy(plain, (block, count) -> out.write(block, 0, count));
        }
      }
      try (ZipFile archive = ZipFile.builder().setPath(copy).get()) {
        Enumeration<ZipArchiveEntry> entries = archive.getEntries();
        for (ZipArchiveEntry entry : Collections.list(entries)) {
          if (!entry.isDirectory()) {
            try (InputStream content = content(archive, entry)) {
              unpacked.add(entry.getName(), content);
            }
          }
        }
      }
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static InputStream content(ZipFile archive, ZipArchiveEntry entry)
      throws TaskFailure, IOException {
    if (entry.isUnixSymlink() || entry.getGeneralPurposeBit().usesEncryption()) {
      throw Unpacked.refused(entry.getName());
    }
    ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
    if (method == ZipMethod.ZSTD || method == ZipMethod.ZSTD_DEPRECATED) {
      return Compression.ZSTD.unpack(archive.getRawInputStream(entry)); // see there
    }
    if (!archive.canReadEntryData(entry)) {
      throw Unpacked.refused(entry.getName());
    }
    return archive.getInputStream(entry);
  }

  private void stream(InputStream plain, Unpacked unpacked) throws TaskFailure, IOException {
    try (ArchiveInputStream<? extends ArchiveEntry> archive = algorithm.reader(plain)) {
      for (ArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        if (!Unpacked.isPlainFile(entry) || !archive.canReadEntryData(entry)) {
          throw Unpacked.refused(entry.getName());
        }
        unpacked.add(entry.getName(), archive);
      }
    }
  }
}
