package dev.legato.rest.blueprint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A blueprint, as clients see it.
 *
 * @param description Markdown
 * @param includedTasks the types that it uses, sorted
 * @param source the YAML document; absent in lists
 * @param flow the same, by the name that older clients read
 */
record BlueprintView(
    String id,
    String kind,
    String title,
    @Nullable String description,
    List<String> includedTasks,
    List<String> tags,
    String publishedAt,
    @Nullable String source,
    @Nullable String flow) {}
