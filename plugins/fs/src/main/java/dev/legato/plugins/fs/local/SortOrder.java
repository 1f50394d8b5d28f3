package dev.legato.plugins.fs.local;

import java.util.Comparator;

/** In which order files come. */
public enum SortOrder {
  /** By path, so that it is the same each time. */
  NONE,
  LAST_MODIFIED_ASC,
  LAST_MODIFIED_DESC,
  NAME_ASC,
  NAME_DESC;

  Comparator<LocalFile> order() {
    Comparator<LocalFile> byPath = Comparator.comparing(LocalFile::localPath);
    return switch (this) {
      case NONE -> byPath;
      case LAST_MODIFIED_ASC -> Comparator.comparing(LocalFile::modifiedDate).thenComparing(byPath);
      case LAST_MODIFIED_DESC ->
          Comparator.comparing(LocalFile::modifiedDate).reversed().thenComparing(byPath);
      case NAME_ASC -> Comparator.comparing(LocalFile::name).thenComparing(byPath);
      case NAME_DESC -> Comparator.comparing(LocalFile::name).reversed().thenComparing(byPath);
    };
  }
}
