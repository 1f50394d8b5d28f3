package dev.legato.plugins.scripts.run;

import dev.legato.plugin.Property;
import dev.legato.plugin.Warned;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a script leaves behind. */
public record ScriptResult(
    @Property("What the script has written as outputs, by name.")
        Map<String, @Nullable Object> vars,
    @Property("0 for success.") int exitCode,
    @Property("The kept files, by their path in the folder.") Map<String, URI> outputFiles,
    @Property("What the runner tells about itself, such as the id of a container.")
        Map<String, String> taskRunner,
    @Property("How many lines the script wrote.") long stdOutLineCount,
    @Property("How many lines it wrote to its error stream.") long stdErrLineCount,
    @Property("Whether lines on the error stream are a warning.") boolean warningOnStdErr)
    implements Warned {
  @Override
  public boolean warned() {
    return warningOnStdErr && stdErrLineCount > 0;
  }
}
