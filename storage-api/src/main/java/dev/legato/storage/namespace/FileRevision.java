package dev.legato.storage.namespace;

import java.time.Instant;

/**
 * One content of a namespace file.
 *
 * @param number 1 for the first, one more for each that came after
 * @param size in bytes
 */
public record FileRevision(int number, long size, Instant writtenAt) {}
