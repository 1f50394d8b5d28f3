package dev.legato.storage.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The place of a file or folder in internal storage: names that can do no harm, from the top down.
 * It cannot lead out of the storage, whatever text it was made of, and means the same on every
 * system.
 *
 * @param names none of them empty; none at all for the top
 */
public record SafePath(List<String> names) implements Comparable<SafePath> {
  /** The folder that holds everything. */
  public static final SafePath TOP = new SafePath(List.of());

  private static final int MAX_LENGTH = 2_000;

  /**
   * @throws UnsafePathException when a name is not safe
   */
  public SafePath {
    names = List.copyOf(names);
    int length = 0;
    for (String name : names) {
      SafeName.check(name);
      length += 1 + name.length();
    }
    if (length > MAX_LENGTH) {
      throw new UnsafePathException(
          "A path of %d characters is too long, at most %d are allowed"
              .formatted(length, MAX_LENGTH));
    }
  }

  public static SafePath of(String... names) {
    return new SafePath(List.of(names));
  }

  /**
   * Reads a path such as {@code folder/data.csv}, with or without a slash at its beginning. It is
   * taken as it is: percent signs are nothing special.
   *
   * @throws UnsafePathException when it is not safe, such as {@code ../data.csv}
   */
  public static SafePath parse(String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return relative.isEmpty() ? TOP : new SafePath(List.of(relative.split("/", -1)));
  }

  /**
   * Reads an address such as {@code kestra:///company/team/load/data.csv}, decoding what is
   * percent-encoded once.
   *
   * @throws UnsafePathException when it is not such an address, or its path is not safe
   */
  public static SafePath parseUri(String uri) {
    return FileUri.parse(uri);
  }

  /** Whether a text claims to be an address in internal storage; it may still be a wrong one. */
  public static boolean isUri(String text) {
    return text.startsWith(FileUri.PREFIX);
  }

  /** The address of this path, percent-encoded where needed. */
  public String uri() {
    return FileUri.format(this);
  }

  /** A path below this one. */
  public SafePath resolve(String... below) {
    return resolve(of(below));
  }

  /** A path below this one. */
  public SafePath resolve(SafePath below) {
    var all = new ArrayList<String>(names);
    all.addAll(below.names);
    return new SafePath(all);
  }

  /** The last name; empty for the top. */
  public String name() {
    return names.isEmpty() ? "" : names.getLast();
  }

  /** The folder that holds this; empty for the top. */
  public Optional<SafePath> parent() {
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new SafePath(names.subList(0, names.size() - 1)));
  }

  /** Whether this is the other path or lies below it. */
  public boolean isIn(SafePath folder) {
    return names.size() >= folder.names.size()
        && names.subList(0, folder.names.size()).equals(folder.names);
  }

  /** This path as seen from a folder above it, which it must be in. */
  public SafePath relativeTo(SafePath folder) {
    if (!isIn(folder)) {
      throw new IllegalArgumentException(
          "Expected a path in '%s', but got '%s'".formatted(folder, this));
    }
    return new SafePath(names.subList(folder.names.size(), names.size()));
  }

  /** Name by name, a folder before what it holds. */
  @Override
  public int compareTo(SafePath other) {
    for (int i = 0; i < Math.min(names.size(), other.names.size()); i++) {
      int byName = names.get(i).compareTo(other.names.get(i));
      if (byName != 0) {
        return byName;
      }
    }
    return Integer.compare(names.size(), other.names.size());
  }

  /** Such as {@code /company/team/load/data.csv}. */
  @Override
  public String toString() {
    return "/" + String.join("/", names);
  }
}
