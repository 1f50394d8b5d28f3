package dev.legato.plugins.scripts.run;

import dev.legato.plugin.Property;
import dev.legato.plugin.file.NamespaceFileChoice;
import dev.legato.plugin.process.TaskRunner;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every script task can be told. */
public record ScriptOptions(
    @Property("Files of the namespace that the script finds in its folder.")
        @Nullable NamespaceFileChoice namespaceFiles,
    @Property(
            value =
                "Files that the script finds in its folder: a map of names and contents, where a"
                    + " kestra:// or nsfile:// URI stands for the content of that file; or a list"
                    + " of such URIs; or either as JSON.",
            renderedByTask = true)
        @Nullable Object inputFiles,
    @Property(
            value = "Which files are kept in the end, as globs seen from the folder.",
            renderedByTask = true)
        @Nullable List<String> outputFiles,
    @Property(value = "Where the script runs.", deprecation = "Use 'taskRunner'.")
        @Nullable RunnerKind runner,
    @Property("Where the script runs; the server's default when absent.")
        @Nullable TaskRunner taskRunner,
    @Property(value = "Commands that run first, in the same shell.", renderedByTask = true)
        @Nullable List<String> beforeCommands,
    @Property(value = "Variables of the environment.", renderedByTask = true)
        @Nullable Map<String, @Nullable Object> env,
    @Property(
            value = "Whether a script that writes to its error stream ends with a warning.",
            defaultValue = "false")
        boolean warningOnStdErr,
    @Property(
            value = "The shell and its options; the commands become its last argument.",
            renderedByTask = true)
        @Nullable List<String> interpreter,
    @Property(
            value = "Whether the first command that fails ends the script.",
            defaultValue = "true")
        boolean failFast,
    @Property(
            value = "Whether there is a folder `outputDir` all of whose files are kept.",
            deprecation = "Use 'outputFiles'.")
        @Nullable Boolean outputDirectory,
    @Property(value = "How lines end.", defaultValue = "AUTO") TargetOs targetOS,
    @Property(value = "The container.", deprecation = "Use 'taskRunner' and 'containerImage'.")
        @Nullable DockerOptions docker) {
  /** Where older flows run scripts. */
  public enum RunnerKind {
    PROCESS,
    DOCKER
  }

  /** Systems that scripts are written for. */
  public enum TargetOs {
    AUTO,
    LINUX,
    WINDOWS
  }
}
