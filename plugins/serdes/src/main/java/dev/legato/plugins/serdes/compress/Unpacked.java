package dev.legato.plugins.serdes.compress;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.dump.DumpArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The files of an archive, one after the other; all of them or none. */
final class Unpacked {
  private static final Set<Byte> PLAIN_IN_TAR =
      Set.of(TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG);

  private final TaskFiles storage;
  private final Quota quota;
  private final int mostEntries;
  private final Map<String, URI> files = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private long size;

  Unpacked(TaskFiles storage, Quota quota, int mostEntries) {
    this.storage = storage;
    this.quota = quota;
    this.mostEntries = mostEntries;
  }

  /** Whether an entry is a file with a content, not a link or a device. */
  static boolean isPlainFile(ArchiveEntry entry) {
    return switch (entry) {
      case TarArchiveEntry tar -> PLAIN_IN_TAR.contains(tar.getLinkFlag());
      case CpioArchiveEntry cpio -> cpio.isRegularFile();
      case DumpArchiveEntry dump -> dump.isFile();
      default -> true; // the other formats have no links
    };
  }

  static TaskFailure refused(String name) {
    return new TaskFailure(
        "'%s' in the archive is a link, a device, encrypted, or packed in a way that is not known; "
                .formatted(name)
            + "only plain files are unpacked.");
  }

  void add(String name, InputStream content) throws TaskFailure, IOException {
    String path = EntryNames.checked(name).replace(' ', '_');
    if (!names.add(path.toLowerCase(Locale.ROOT))) {
      throw new TaskFailure("'%s' is in the archive twice.".formatted(path));
    }
    if (names.size() > mostEntries) {
      throw new TaskFailure(
          "The archive has more than %,d files; raise 'maxEntries' if that is right."
              .formatted(mostEntries));
    }
    try (NewFile file = storage.create(EntryNames.stored(names.size(), path))) {
      size += quota.copy(content, (block, count) -> file.content().write(block, 0, count));
      files.put(path, file.keep());
    }
  }

  /** Removes what has been stored of an archive that turned out to be no good. */
  void undo() throws TaskFailure, IOException {
    for (URI file : files.values()) {
      storage.delete(file);
    }
  }

  long size() {
    return size;
  }

  Map<String, URI> files() {
    return files;
  }
}
