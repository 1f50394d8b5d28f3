package dev.legato.storage.namespace;

import dev.legato.storage.file.SafePath;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which older revisions of namespace files go.
 *
 * @param files which files are looked at
 * @param before only revisions that were replaced before; empty for any time
 * @param keep how many revisions of a file stay, the present one among them
 */
public record RevisionPurge(Predicate<SafePath> files, Optional<Instant> before, int keep) {
  public RevisionPurge {
    if (keep < 1) {
      throw new IllegalArgumentException(
          "At least the present content of a file is kept, but %d were to be".formatted(keep));
    }
  }
}
