package dev.legato.plugin.folder;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;

/** Stores files of a folder after a program has run: the property {@code outputFiles}. */
public final class OutputFiles {
  private static final String ANYWHERE = "**/";
  private static final String HERE = "./";

  private final TaskContext context;
  private final Set<String> names = new HashSet<>();

  public OutputFiles(TaskContext context) {
    this.context = context;
  }

  /**
   * Stores what matches.
   *
   * @param patterns globs seen from the folder, such as {@code *.csv} or {@code **.csv}; with
   *     {@code regex:} in front a regular expression
   * @return where each file is, by its path seen from the folder
   */
  public Map<String, URI> store(Path folder, List<String> patterns)
      throws TaskFailure, IOException {
    Map<String, URI> stored = new LinkedHashMap<>();
    for (Path file : matching(folder, patterns, "outputFiles")) {
      stored.put(folder.relativize(file).toString(), store(file));
    }
    return stored;
  }

  /**
   * What matches, in the order of its path.
   *
   * @param patterns as for {@link #store(Path, List)}
   * @param property that has them, for messages
   */
  public static Set<Path> matching(Path folder, List<String> patterns, String property)
      throws TaskFailure, IOException {
    List<PathMatcher> matchers = new ArrayList<>();
    for (String pattern : patterns) {
      matchers.addAll(matchers(folder, pattern, property));
    }
    Set<Path> found = new TreeSet<>();
    for (Path file : matchers.isEmpty() ? List.<Path>of() : files(folder)) {
      Path relative = folder.relativize(file);
      if (matchers.stream().anyMatch(matcher -> matcher.matches(relative))) {
        found.add(file);
      }
    }
    return found;
  }

  /** Stores all files of a folder. */
  public Map<String, URI> storeAll(Path folder) throws IOException {
    Map<String, URI> stored = new LinkedHashMap<>();
    for (Path file : files(folder)) {
      stored.put(folder.relativize(file).toString(), store(file));
    }
    return stored;
  }

  /** Stores a file under a name that no other file of this task run has. */
  public URI store(Path file) throws IOException {
    String plain = String.valueOf(file.getFileName()).replaceAll("[^\\p{L}\\p{N}._+~=-]", "_");
    String name = plain.startsWith(".") ? "_" + plain : plain;
    for (int number = 2; !names.add(name); number++) {
      name = number + "-" + plain;
    }
    try (NewFile copy = context.files().create(name)) {
      Files.copy(file, copy.content());
      return copy.keep();
    }
  }

  private static List<PathMatcher> matchers(Path folder, String pattern, String property)
      throws TaskFailure {
    boolean hasSyntax = pattern.startsWith("glob:") || pattern.startsWith("regex:");
    String plain = pattern.startsWith(HERE) ? pattern.substring(HERE.length()) : pattern;
    String glob = hasSyntax ? pattern : "glob:" + plain;
    try {
      PathMatcher whole = folder.getFileSystem().getPathMatcher(glob);
      return plain.startsWith(ANYWHERE)
          ? List.of(
              whole,
              folder.getFileSystem().getPathMatcher("glob:" + plain.substring(ANYWHERE.length())))
          : List.of(whole);
    } catch (PatternSyntaxException e) {
      throw new TaskFailure(
          "'%s' in '%s' is no pattern: %s".formatted(pattern, property, e.getDescription()), e);
    }
  }

  /** Regular files only: a link could lead to what the task may not read. */
  private static Set<Path> files(Path folder) throws IOException {
    Set<Path> files = new TreeSet<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
