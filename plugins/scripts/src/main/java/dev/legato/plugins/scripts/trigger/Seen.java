package dev.legato.plugins.scripts.trigger;

import dev.legato.plugin.Property;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a script has shown that was waited for. */
public record Seen(
    @Property("When the script has ended.") Instant timestamp,
    @Property("What was waited for.") @Nullable String condition,
    @Property("The exit code.") int exitCode,
    @Property("What the script has written as outputs, by name.")
        Map<String, @Nullable Object> vars) {}
