package dev.legato.plugins.scripts.legacy;

import dev.legato.plugin.Property;
import dev.legato.plugin.Warned;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a script of 2023 leaves behind. */
public record LegacyResult(
    @Property("What the script has written as outputs, by name.")
        Map<String, @Nullable Object> vars,
    @Property("0 for success.") int exitCode,
    @Property("How many lines the script wrote.") long stdOutLineCount,
    @Property("How many lines it wrote to its error stream.") long stdErrLineCount,
    @Property("The kept files by name; those of folders as folder/path.")
        Map<String, URI> outputFiles,
    @Property("The same as `outputFiles`; older name.") Map<String, URI> files,
    @Property("Whether lines on the error stream are a warning.") boolean warningOnStdErr)
    implements Warned {
  @Override
  public boolean warned() {
    return warningOnStdErr && stdErrLineCount > 0;
  }
}
