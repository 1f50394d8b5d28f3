package dev.legato.plugins.scripts.trigger;

import dev.legato.plugin.Property;
import org.jspecify.annotations.Nullable;

/** What a script is watched for. */
public record WatchOptions(
    @Property(
            "What is waited for: `exit 3` for an exit code, else a regular expression that is"
                + " looked for in the outputs as JSON; the exit code 0 when absent.")
        @Nullable String exitCondition,
    @Property(
            value = "Whether to start only when the look before did not show it.",
            defaultValue = "true")
        boolean edge) {}
