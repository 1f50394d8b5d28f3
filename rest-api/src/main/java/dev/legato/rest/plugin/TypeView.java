package dev.legato.rest.plugin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type with its documentation.
 *
 * @param markdown for people
 * @param schema {@code properties}, {@code outputs} and {@code definitions}, each a JSON Schema
 */
public record TypeView(String markdown, Map<String, @Nullable Object> schema) {}
