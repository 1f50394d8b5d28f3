package dev.legato.plugin.keyvalue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which values to remove.
 *
 * @param namespaces glob patterns such as {@code shop.*}; all when empty
 * @param includeChildren whether to go into namespaces below those, too
 * @param keys a glob pattern; absent for all
 * @param expiredOnly whether to keep those that still count
 */
public record KeyValuePurge(
    List<String> namespaces, boolean includeChildren, @Nullable String keys, boolean expiredOnly) {}
