package dev.legato.worker;

import dev.legato.plugin.Finding;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger has found.
 *
 * @param outputs JSON values, without secrets
 * @param key see {@link Finding#key}
 * @param logFile the URI of the file with the log of the look, when it is kept in one
 */
public record TriggerFinding(
    Map<String, @Nullable Object> outputs,
    @Nullable String key,
    Finding.Afterwards afterwards,
    @Nullable String logFile) {
  TriggerFinding withLogFile(@Nullable String uri) {
    return new TriggerFinding(outputs, key, afterwards, uri);
  }
}
