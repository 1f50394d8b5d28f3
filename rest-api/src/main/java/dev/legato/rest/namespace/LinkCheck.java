package dev.legato.rest.namespace;

import dev.legato.rest.http.Problem;
import dev.legato.storage.file.ByteRange;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Looks for links, devices and the like in an archive. Only the list at the end of a ZIP archive
 * tells what an entry is; who reads from the start sees a plain file.
 */
final class LinkCheck {
  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_SIZE = 46;
  private static final int LONGEST_LIST = 64 << 20;
  private static final int UNIX = 3;
  private static final int KIND = 0xF000;
  private static final int PLAIN_FILE = 0x8000;
  private static final int FOLDER = 0x4000;

  private final FileStore store;
  private final SafePath archive;
  private final long size;

  /**
   * @param size of the archive in bytes
   */
  LinkCheck(FileStore store, SafePath archive, long size) {
    this.store = store;
    this.archive = archive;
    this.size = size;
  }

  /** Refuses an archive with an entry that is neither a file nor a folder. */
  void look() throws IOException {
    long tail = Math.min(size, END_SIZE + LONGEST_COMMENT);
    ByteBuffer end = read(size - tail, tail);
    int at = (int) tail - END_SIZE;
    while (at >= 0 && end.getInt(at) != END) {
      at--;
    }
    if (at < 0) {
      return; // no archive, which whoever reads the entries tells
    }
    long length = Integer.toUnsignedLong(end.getInt(at + 12));
    long start = Integer.toUnsignedLong(end.getInt(at + 16));
    if (length > LONGEST_LIST || start + length > size) {
      throw Problem.illegalArgument("the archive's list of files is larger than is allowed");
    }
    entries(read(start, length));
  }

  private static void entries(ByteBuffer list) {
    int at = 0;
    while (at + ENTRY_SIZE <= list.limit() && list.getInt(at) == ENTRY) {
      int madeBy = list.get(at + 5);
      int kind = (list.getInt(at + 38) >>> 16) & KIND;
      if (madeBy == UNIX && kind != 0 && kind != PLAIN_FILE && kind != FOLDER) {
        throw Problem.illegalArgument("the archive holds a link or a device");
      }
      at +=
          ENTRY_SIZE
              + Short.toUnsignedInt(list.getShort(at + 28))
              + Short.toUnsignedInt(list.getShort(at + 30))
              + Short.toUnsignedInt(list.getShort(at + 32));
    }
  }

  private ByteBuffer read(long from, long length) throws IOException {
    try (InputStream part = store.open(archive, new ByteRange(from, length))) {
      return ByteBuffer.wrap(part.readNBytes((int) length)).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
