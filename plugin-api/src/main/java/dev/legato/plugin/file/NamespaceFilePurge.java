package dev.legato.plugin.file;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which older contents of namespace files to remove. The present content of a file always stays.
 *
 * @param namespaces glob patterns such as {@code shop.*}; all when empty
 * @param includeChildren whether to go into namespaces below those, too
 * @param files a glob pattern; absent for all
 * @param before only what was written before; absent for any time
 * @param keep how many contents of a file stay, the present one among them
 */
public record NamespaceFilePurge(
    List<String> namespaces,
    boolean includeChildren,
    @Nullable String files,
    @Nullable Instant before,
    int keep) {}
