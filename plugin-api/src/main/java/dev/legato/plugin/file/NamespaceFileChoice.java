package dev.legato.plugin.file;

import dev.legato.plugin.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files of namespaces a task finds in its working directory: the property {@code
 * namespaceFiles} of tasks that run programs.
 */
public record NamespaceFileChoice(
    @Property(value = "Whether there are any.", defaultValue = "true") boolean enabled,
    @Property("Patterns of the files to take, such as `scripts/*.py`; all when absent.")
        @Nullable List<String> include,
    @Property("Patterns of files to leave out.") @Nullable List<String> exclude,
    @Property("Whose files, a later namespace before an earlier one; the flow's when absent.")
        @Nullable List<String> namespaces,
    @Property(value = "What to do about a file that is there already.", defaultValue = "OVERWRITE")
        IfExists ifExists,
    @Property(
            value = "Whether the files of each namespace get a folder of its name.",
            defaultValue = "false")
        boolean folderPerNamespace) {
  /** All files of the flow's namespace. */
  public static final NamespaceFileChoice ALL =
      new NamespaceFileChoice(true, null, null, null, IfExists.OVERWRITE, false);

  /** What happens to a file whose name is taken. */
  public enum IfExists {
    /** It takes the place of the other one. */
    OVERWRITE,
    /** The task fails. */
    FAIL,
    /** It is left out, with a warning in the log. */
    WARN,
    /** It is left out. */
    IGNORE
  }
}
