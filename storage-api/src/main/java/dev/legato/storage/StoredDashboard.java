package dev.legato.storage;

import java.time.Instant;

/**
 * A page of charts as it is stored.
 *
 * @param source as its author wrote it
 */
public record StoredDashboard(
    String id, String title, String source, Instant createdAt, Instant updatedAt) {}
