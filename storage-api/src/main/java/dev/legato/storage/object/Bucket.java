package dev.legato.storage.object;

import dev.legato.storage.file.ByteRange;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Objects by key, as object stores have them: no folders, no renaming, and an object is there as a
 * whole or not at all. Whoever has written or deleted one sees that at once. Methods may be called
 * from any thread and throw {@link dev.legato.storage.StorageException}.
 */
public interface Bucket extends AutoCloseable {
  /**
   * An object.
   *
   * @param size in bytes
   */
  record Item(String key, long size, Instant modifiedAt) {}

  /**
   * A part of a list.
   *
   * @param folders beginnings of further keys up to the next slash, with it
   * @param next to be given back for the part that follows; empty after the last one
   */
  record Listing(List<Item> items, List<String> folders, Optional<String> next) {}

  /** How much of what lies below a prefix is listed. */
  enum Depth {
    /** All keys. */
    ALL,
    /** Keys without a further slash, and beginnings up to that slash of the others. */
    ONE_LEVEL
  }

  /** Stores a file, in place of what was there. */
  void put(String key, Path content);

  /**
   * A part of an object; the caller closes it.
   *
   * @return empty when there is no such object; a part behind its end has no bytes
   */
  Optional<InputStream> open(String key, ByteRange range);

  /** What is known about an object. */
  Optional<Item> find(String key);

  /**
   * Keys that begin with a prefix, in the order of their bytes.
   *
   * @param from what the part before gave; empty for the first one
   * @param limit at most so many items and folders, up to 1,000
   */
  Listing list(String prefix, Depth depth, Optional<String> from, int limit);

  /** Copies an object within the bucket. */
  void copy(String from, String to);

  /** Deletes an object; nothing happens when there is none. */
  void delete(String key);

  @Override
  void close();
}
