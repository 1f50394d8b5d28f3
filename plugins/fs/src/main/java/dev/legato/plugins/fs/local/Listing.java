package dev.legato.plugins.fs.local;

import dev.legato.plugin.PluginContext;
import dev.legato.plugin.TaskFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in a folder, or just one file.
 *
 * @param regExp the whole path must match it
 * @param maxFiles further ones are left out, with a warning
 */
record Listing(
    String from, @Nullable String regExp, boolean recursive, int maxFiles, SortOrder sort) {
  /** Files and folders. */
  List<LocalFile> all(PluginContext context) throws TaskFailure, IOException {
    Path folder = context.folders().resolve(from);
    if (!Files.exists(folder)) {
      throw new TaskFailure("There is no file or folder '%s'.".formatted(from));
    }
    List<LocalFile> found = new ArrayList<>();
    Pattern pattern = pattern();
    try (Stream<Path> paths =
        Files.isDirectory(folder)
            ? Files.walk(folder, recursive ? Integer.MAX_VALUE : 1).skip(1)
            : Stream.of(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (pattern == null || pattern.matcher(path.toString()).matches()) {
          add(found, path);
        }
      }
    }
    found.sort(sort.order());
    return found;
  }

  /** Files only, no more than wanted. */
  List<LocalFile> files(PluginContext context) throws TaskFailure, IOException {
    return capped(all(context).stream().filter(file -> !file.isDirectory()).toList(), context);
  }

  /** No more than wanted. */
  List<LocalFile> capped(List<LocalFile> found, PluginContext context) {
    if (found.size() <= maxFiles) {
      return found;
    }
    context
        .log()
        .warn(
            "%d files were found in '%s', of which the first %d count; raise 'maxFiles' for more."
                .formatted(found.size(), from, maxFiles));
    return found.subList(0, maxFiles);
  }

  private static void add(List<LocalFile> found, Path path) throws IOException {
    try {
      found.add(LocalFile.of(path));
    } catch (NoSuchFileException goneMeanwhile) {
      // somebody else was faster, or it is a link to nothing
    }
  }

  private @Nullable Pattern pattern() throws TaskFailure {
    try {
      return regExp == null ? null : Pattern.compile(regExp);
    } catch (PatternSyntaxException e) {
      throw new TaskFailure("'regExp' is no regular expression: " + e.getMessage(), e);
    }
  }
}
