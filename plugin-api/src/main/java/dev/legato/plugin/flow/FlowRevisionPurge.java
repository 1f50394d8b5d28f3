package dev.legato.plugin.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which older revisions of flows to remove. The newest one always stays, as do the newest one that
 * is no draft and those that executions still run.
 *
 * @param namespaces glob patterns such as {@code shop.*}; all when empty
 * @param includeChildren whether to go into namespaces below those, too
 * @param flows a glob pattern for ids; absent for all
 * @param keep how many revisions of a flow stay, the newest one among them
 */
public record FlowRevisionPurge(
    List<String> namespaces, boolean includeChildren, @Nullable String flows, int keep) {}
