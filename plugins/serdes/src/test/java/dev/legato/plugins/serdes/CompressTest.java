package dev.legato.plugins.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.serdes.compress.ArchiveCompress;
import dev.legato.plugins.serdes.compress.ArchiveDecompress;
import dev.legato.plugins.serdes.compress.FileCompress;
import dev.legato.plugins.serdes.compress.FileDecompress;
import dev.legato.testkit.task.RecordingContext;
import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressTest {
  @TempDir private static Path folder;

  private final RecordingContext context = new RecordingContext(folder);

  private Record run(String type, Map<String, ?> properties) throws Exception {
    return context.run("io.kestra.plugin.compress." + type, properties);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BZIP2",
        "DEFLATE",
        "GZIP",
        "LZ4BLOCK",
        "LZ4FRAME",
        "LZMA",
        "SNAPPYFRAME",
        "XZ",
        "ZSTD"
      })
  void whatIsCompressedUnpacksToTheSame(String compression) throws Exception {
    String text = "some text, again and again\n".repeat(10_000);
    URI plain = context.files.put("rows.csv", text);

    URI packed =
        ((FileCompress.Result)
                run("FileCompress", Map.of("from", plain, "compression", compression)))
            .uri();
    URI unpacked =
        ((FileDecompress.Result)
                run(
                    "FileDecompress",
                    Map.of("from", packed, "compression", compression, "maxRatio", 100_000)))
            .uri();

    assertThat(context.files.size(packed)).isLessThan(text.length() / 10);
    assertThat(context.files.text(unpacked)).isEqualTo(text);
    assertThat(unpacked.getPath()).endsWith("unpacked.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BROTLI", "DEFLATE64", "SNAPPY", "Z"})
  void someFormatsCanOnlyBeRead(String compression) {
    URI plain = context.files.put("rows.csv", "x");

    assertThatThrownBy(() -> run("FileCompress", Map.of("from", plain, "compression", compression)))
        .hasMessageContaining("not packed; use GZIP or ZSTD");
  }

  @ParameterizedTest
  @CsvSource({"AR,", "CPIO,", "JAR,", "TAR,", "ZIP,", "TAR,GZIP", "TAR,ZSTD", "ZIP,XZ"})
  void anArchiveUnpacksToItsFiles(String algorithm, String compression) throws Exception {
    Map<String, Object> from = new LinkedHashMap<>();
    from.put("a.txt", context.files.put("1", "first").toString());
    from.put(
        algorithm.equals("AR") ? "b.txt" : "dir/b c.txt", context.files.put("2", "").toString());
    Map<String, Object> packing = new HashMap<>(Map.of("algorithm", algorithm, "from", from));
    packing.put("compression", compression);

    URI archive = ((ArchiveCompress.Result) run("ArchiveCompress", packing)).uri();
    packing.put("from", archive.toString());
    var unpacked = (ArchiveDecompress.Result) run("ArchiveDecompress", packing);

    assertThat(unpacked.files())
        .containsOnlyKeys("a.txt", algorithm.equals("AR") ? "b.txt" : "dir/b_c.txt");
    assertThat(context.files.text(unpacked.files().get("a.txt"))).isEqualTo("first");
    assertThat(context.figures).contains("count count 2.0 {}", "count size 5.0 {}");
  }

  @Test
  void aZipMayHoldFilesPackedWithZstandard() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZstdOutputStream zstd = new ZstdOutputStream(packed)) {
      zstd.write("first".getBytes(StandardCharsets.UTF_8));
    }
    URI archive = context.files.put("a.zip", zip(ZipMethod.ZSTD, packed.toByteArray()));

    var unpacked =
        (ArchiveDecompress.Result)
            run("ArchiveDecompress", Map.of("algorithm", "ZIP", "from", archive));

    assertThat(context.files.text(unpacked.files().get("a.txt"))).isEqualTo("first");
  }

  @ParameterizedTest
  @EnumSource(
      value = ZipMethod.class,
      names = {"LZMA", "PPMD", "WAVPACK", "TOKENIZATION"})
  void aZipWithFilesPackedInUnknownWaysIsRefused(ZipMethod method) throws Exception {
    URI archive = context.files.put("a.zip", zip(method, new byte[] {1, 2, 3}));

    assertThatThrownBy(() -> run("ArchiveDecompress", Map.of("algorithm", "ZIP", "from", archive)))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("a.txt", "not known");
  }

  @Test
  void theFilesOfAnArchiveMayBeGivenAsJson() throws Exception {
    URI file = context.files.put("1", "first");

    var archive =
        (ArchiveCompress.Result)
            run(
                "ArchiveCompress",
                Map.of("algorithm", "TAR", "from", "{\"a.txt\": \"%s\"}".formatted(file)));

    assertThat(archive.uri().getPath()).endsWith("archive.tar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "/etc/x",
        "a/../../x",
        "a//b",
        "..\\x",
        "C:x",
        "a\u0000b",
        "./../x",
        "a/."
      })
  void namesThatLeadElsewhereAreRefused(String name) throws Exception {
    URI archive = context.files.put("bad.zip", zip("fine.txt", name));
    int before = context.files.count();

    assertThatThrownBy(() -> run("ArchiveDecompress", Map.of("algorithm", "ZIP", "from", archive)))
        .hasMessageContaining("is no name for a file in an archive");
    assertThat(context.files.count()).isEqualTo(before);
  }

  @Test
  void twinsAreRefused() throws Exception {
    URI archive = context.files.put("twins.zip", zip("a.txt", "A.txt"));

    assertThatThrownBy(() -> run("ArchiveDecompress", Map.of("algorithm", "ZIP", "from", archive)))
        .hasMessage("'A.txt' is in the archive twice.");
  }

  @ParameterizedTest
  @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR})
  void linksAndDevicesAreRefused(byte kind) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry entry = new TarArchiveEntry("link", kind);
      entry.setLinkName("/etc/passwd");
      tar.putArchiveEntry(entry);
      tar.closeArchiveEntry();
    }
    URI archive = context.files.put("link.tar", bytes.toByteArray());

    assertThatThrownBy(() -> run("ArchiveDecompress", Map.of("algorithm", "TAR", "from", archive)))
        .hasMessageContaining("'link' in the archive is a link, a device");
  }

  @Test
  void bombsAreStoppedWhileTheyUnpack() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      byte[] nothing = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        gzip.write(nothing);
      }
    }
    URI bomb = context.files.put("bomb.gz", bytes.toByteArray());
    int before = context.files.count();

    assertThatThrownBy(() -> run("FileDecompress", Map.of("from", bomb, "compression", "GZIP")))
        .hasMessageContaining("more than 250 times its size");
    assertThatThrownBy(
            () ->
                run(
                    "FileDecompress",
                    Map.of("from", bomb, "compression", "GZIP", "maxSize", 1_000_000)))
        .hasMessageContaining("more than 1,000,000 bytes");
    assertThat(context.files.count()).isEqualTo(before);
  }

  @Test
  void archivesOfTooManyFilesAreRefused() throws Exception {
    String[] names = new String[50];
    for (int i = 0; i < names.length; i++) {
      names[i] = "f" + i;
    }
    URI archive = context.files.put("many.zip", zip(names));

    assertThatThrownBy(
            () ->
                run(
                    "ArchiveDecompress",
                    Map.of("algorithm", "ZIP", "from", archive, "maxEntries", 20)))
        .hasMessageContaining("more than 20 files");
  }

  @ParameterizedTest
  @CsvSource({"ZIP,", "TAR,", "TAR,GZIP", "AR,", "CPIO,", "ARJ,", "DUMP,", "TAR,ZSTD", "TAR,XZ"})
  void nonsenseIsNoArchive(String algorithm, String compression) {
    URI archive = context.files.put("nonsense", "this is no archive at all ".repeat(100));
    Map<String, Object> properties = new HashMap<>(Map.of("algorithm", algorithm, "from", archive));
    properties.put("compression", compression);

    assertThatThrownBy(() -> run("ArchiveDecompress", properties))
        .isInstanceOfAny(IOException.class, TaskFailure.class);
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(ZipMethod method, byte[] packed) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry entry = new ZipArchiveEntry("a.txt");
      entry.setMethod(method.getCode());
      entry.setCrc(0);
      entry.setSize(5);
      entry.setCompressedSize(packed.length);
      zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed));
    }
    return bytes.toByteArray();
  }
}
