package dev.legato.language.flow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that a server sets for properties of all tasks and triggers of a type.
 *
 * @param type a full name, or the beginning of several
 * @param forced whether the values win over those of the author
 * @param values JSON values by property
 */
public record PluginDefault(String type, boolean forced, Map<String, @Nullable Object> values) {}
