package dev.legato.storage.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Addresses of files that the flows of a namespace share: {@code nsfile:///queries/a.sql} of the
 * own namespace, {@code nsfile://other.space/queries/a.sql} of another one. What is percent-encoded
 * is decoded once.
 */
public final class NamespaceAddress {
  private static final String SCHEME = "nsfile:";
  private static final String WITH_NAMESPACE = SCHEME + "//";

  private NamespaceAddress() {}

  /** Whether a text claims to be such an address; it may still be a wrong one. */
  public static boolean is(String text) {
    return text.startsWith(SCHEME);
  }

  /**
   * The place of the file in internal storage.
   *
   * @param own the namespace when the address names none
   * @throws UnsafePathException when it names no file, or its path is not safe
   */
  public static SafePath parse(String address, String own) {
    if (!is(address)) {
      throw new IllegalArgumentException(
          "Expected an address that begins with 'nsfile:', but got '%s'".formatted(address));
    }
    String namespace = own;
    String path = address.substring(SCHEME.length());
    if (address.startsWith(WITH_NAMESPACE)) {
      String rest = address.substring(WITH_NAMESPACE.length());
      int slash = rest.indexOf('/');
      if (slash < 0) {
        throw refuse(address);
      }
      namespace = slash == 0 ? own : rest.substring(0, slash);
      path = rest.substring(slash);
    }
    return FileLayout.namespaceFiles(namespace).resolve(file(path, address));
  }

  private static SafePath file(String path, String address) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    if (relative.isEmpty()) {
      throw refuse(address);
    }
    List<String> names = new ArrayList<>();
    for (String name : relative.split("/", -1)) {
      names.add(FileUri.decode(name, address));
    }
    return new SafePath(names);
  }

  private static UnsafePathException refuse(String address) {
    return new UnsafePathException(
        "'%s' is an address without a path; use one such as nsfile:///folder/data.csv"
            .formatted(SafeName.printable(address)));
  }
}
