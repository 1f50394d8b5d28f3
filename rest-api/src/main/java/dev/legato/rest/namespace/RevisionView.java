package dev.legato.rest.namespace;

import dev.legato.storage.namespace.FileRevision;
import java.time.Instant;

/**
 * A content that a file has or had.
 *
 * @param size in bytes
 */
public record RevisionView(int revision, long size, Instant updated) {
  static RevisionView of(FileRevision revision) {
    return new RevisionView(revision.number(), revision.size(), revision.writtenAt());
  }
}
