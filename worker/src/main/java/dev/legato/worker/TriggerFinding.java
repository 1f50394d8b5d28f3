package dev.legato.worker;

import dev.legato.plugin.Finding;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger has found.
 *
 * @param outputs JSON values, without secrets
 * @param key see {@link Finding#key}
 */
public record TriggerFinding(
    Map<String, @Nullable Object> outputs, @Nullable String key, Finding.Afterwards afterwards) {}
