package dev.legato.rest.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What several expressions gave.
 *
 * @param rendered the results as texts, by expression; without those that failed
 * @param errors why the others failed, by expression; absent when none did
 */
record RenderView(Map<String, String> rendered, @Nullable Map<String, String> errors) {}
