package dev.legato.rest.export;

import dev.legato.orchestrator.flow.Documents;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Problem;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Sources as files: one for each in an archive, or several documents in one text. */
public final class SourceArchive {
  private static final int MAX_ENTRIES = 10_000;
  private static final long MAX_UNPACKED = 64 * 1024 * 1024;

  private SourceArchive() {}

  /**
   * A source and where it comes from.
   *
   * @param name of the entry in an archive, or the place of the document in its text, from 0
   */
  public record Entry(String name, String source) {}

  /** A source to pack. */
  public record Packed(String name, Instant updatedAt, String source) {}

  /** The answer that hands out an archive. */
  public static Answer answer(String fileName, List<Packed> sources) {
    return new Answer.Produced(MediaType.BYTES, fileName, out -> write(out, sources));
  }

  private static void write(OutputStream out, List<Packed> sources) throws IOException {
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (Packed packed : sources) {
      var entry = new ZipEntry(packed.name());
      entry.setTime(packed.updatedAt().toEpochMilli());
      zip.putNextEntry(entry);
      zip.write(packed.source().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    zip.finish();
  }

  /**
   * What a file holds.
   *
   * @param maxSource bytes of one source
   */
  public static List<Entry> read(String fileName, byte[] content, long maxSource) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".zip")) {
      return unpack(content, maxSource);
    }
    if (name.endsWith(".yml") || name.endsWith(".yaml")) {
      return documents(new String(content, StandardCharsets.UTF_8));
    }
    throw Problem.illegalArgument("sources are imported from a .yml, .yaml or .zip file");
  }

  private static List<Entry> documents(String text) {
    var entries = new ArrayList<Entry>();
    for (String source : Documents.split(text)) {
      entries.add(new Entry(Integer.toString(entries.size()), source));
    }
    return entries;
  }

  private static List<Entry> unpack(byte[] content, long maxSource) {
    var entries = new ArrayList<Entry>();
    var names = new HashSet<String>();
    long total = 0;
    int count = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        checkName(entry.getName(), names);
        byte[] bytes = zip.readNBytes((int) maxSource + 1);
        total += bytes.length;
        if (bytes.length > maxSource || total > MAX_UNPACKED || ++count > MAX_ENTRIES) {
          throw Problem.illegalArgument("the archive holds more than is allowed when unpacked");
        }
        if (!entry.isDirectory() && isYaml(entry.getName())) {
          entries.add(new Entry(entry.getName(), new String(bytes, StandardCharsets.UTF_8)));
        }
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw Problem.illegalArgument("the archive is broken, or encrypted");
    } catch (IOException e) {
      throw Problem.illegalArgument("the archive ends too early");
    }
    if (count == 0) {
      throw Problem.illegalArgument("the file is no archive, or an empty one");
    }
    return entries;
  }

  private static void checkName(String name, Set<String> names) {
    try {
      SafePath.parse(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
    } catch (UnsafePathException e) {
      throw Problem.illegalArgument(e);
    }
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      throw Problem.illegalArgument("the archive holds two entries of one name");
    }
  }

  private static boolean isYaml(String name) {
    return name.endsWith(".yml") || name.endsWith(".yaml");
  }
}
