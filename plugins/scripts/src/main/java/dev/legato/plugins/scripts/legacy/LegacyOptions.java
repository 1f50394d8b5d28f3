package dev.legato.plugins.scripts.legacy;

import dev.legato.plugin.Property;
import dev.legato.plugins.scripts.run.DockerOptions;
import dev.legato.plugins.scripts.run.ScriptOptions.RunnerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the script tasks of 2023 can be told. */
public record LegacyOptions(
    @Property(value = "Where the script runs.", defaultValue = "PROCESS") RunnerKind runner,
    @Property("The container, with the runner DOCKER.") @Nullable DockerOptions dockerOptions,
    @Property(value = "The shell.", defaultValue = "/bin/sh") String interpreter,
    @Property("Options of the shell; `-c` when absent.") @Nullable List<String> interpreterArgs,
    @Property(
            value = "Whether the first command that fails ends the script.",
            defaultValue = "true")
        boolean exitOnFailed,
    @Property(
            value =
                "Files that the script finds in its folder: a map of names and contents, where a"
                    + " kestra:// URI stands for the content of that file, or the same as JSON.",
            renderedByTask = true)
        @Nullable Object inputFiles,
    @Property("Names of files that the script writes; their paths are `outputFiles.name`.")
        @Nullable List<String> outputFiles,
    @Property("Older name of `outputFiles`.") @Nullable List<String> outputsFiles,
    @Property("Older name of `outputFiles`.") @Nullable List<String> files,
    @Property("Names of folders that the script fills; their paths are `outputDirs.name`.")
        @Nullable List<String> outputDirs,
    @Property(value = "Variables of the environment.", renderedByTask = true)
        @Nullable Map<String, @Nullable Object> env,
    @Property(
            value = "Whether a script that writes to its error stream ends with a warning.",
            defaultValue = "true")
        boolean warningOnStdErr) {
  /** The names of all files to write. */
  List<String> allOutputFiles() {
    List<String> all = new ArrayList<>();
    for (@Nullable List<String> some : lists()) {
      if (some != null) {
        all.addAll(some);
      }
    }
    return all;
  }

  private List<@Nullable List<String>> lists() {
    List<@Nullable List<String>> lists = new ArrayList<>();
    lists.add(outputFiles);
    lists.add(outputsFiles);
    lists.add(files);
    return lists;
  }

  /** Whether the shell is the usual one, so that a simple command needs none. */
  boolean hasUsualShell() {
    return interpreter.equals("/bin/sh") && interpreterArgs == null;
  }
}
