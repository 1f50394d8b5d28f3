package dev.legato.storage.file;

/**
 * A file that was just written.
 *
 * @param size in bytes
 * @param sha256 of its content, 64 hexadecimal digits
 */
public record StoredFile(SafePath path, long size, String sha256) {
  /** What flows and clients know it by, such as {@code kestra:///company/team/load/data.csv}. */
  public String uri() {
    return path.uri();
  }
}
