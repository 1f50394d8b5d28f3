package dev.legato.storage;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people have said about a namespace. Most namespaces have no such record: they are there
 * because flows are in them.
 *
 * @param variables JSON values that expressions of its flows, and of those below, see
 */
public record StoredNamespace(
    String id,
    @Nullable String description,
    Map<String, @Nullable Object> variables,
    Instant createdAt,
    Instant updatedAt) {}
