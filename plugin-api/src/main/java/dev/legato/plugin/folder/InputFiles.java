package dev.legato.plugin.folder;

import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts files into a folder before a program runs: the property {@code inputFiles}. Names lead
 * nowhere but into the folder, and links in it are not followed.
 */
public final class InputFiles {
  private static final String OF_NAMESPACE = "nsfile";

  private final TaskContext context;
  private final Path folder;

  public InputFiles(TaskContext context, Path folder) {
    this.context = context;
    this.folder = folder;
  }

  /**
   * Puts each file of a map of names and contents, or of a list of URIs.
   *
   * @param files rendered
   */
  public void putAll(Object files) throws TaskFailure, IOException {
    switch (files) {
      case Map<?, ?> map -> {
        for (Map.Entry<?, ?> file : map.entrySet()) {
          Object content = file.getValue();
          put(String.valueOf(file.getKey()), content == null ? null : String.valueOf(content));
        }
      }
      case List<?> list -> {
        for (Object file : list) {
          String uri = String.valueOf(file);
          put(nameOf(uri), uri);
        }
      }
      default ->
          throw new TaskFailure(
              "'inputFiles' must be a map of names and contents, or a list of URIs, but is '%s'."
                  .formatted(files));
    }
  }

  private static String nameOf(String uri) throws TaskFailure {
    if (!TaskFiles.isAddress(uri)) {
      throw new TaskFailure(
          "'%s' in 'inputFiles' must begin with kestra://, nsfile:// or file:///, or have a name."
              .formatted(uri));
    }
    return OF_NAMESPACE.equals(uri(uri).getScheme())
        ? path(uri(uri))
        : uri.substring(uri.lastIndexOf('/') + 1);
  }

  /** {@code nsfile:///a/b} and {@code nsfile:a/b} mean the same. */
  private static String path(URI uri) {
    String path = uri.getPath() == null ? uri.getSchemeSpecificPart() : uri.getPath();
    return path.startsWith("/") ? path.substring(1) : path;
  }

  /**
   * Puts one file.
   *
   * @param content a text, or the URI of a file whose content it gets; absent for an empty file
   */
  public void put(String name, @Nullable String content) throws TaskFailure, IOException {
    Path file = place(name);
    Path parent = Objects.requireNonNull(file.getParent()); // it is in the folder
    Files.createDirectories(parent);
    checkInside(name, parent);
    Files.deleteIfExists(file); // it may be a link
    if (content == null) {
      Files.createFile(file);
    } else if (TaskFiles.isAddress(content)) {
      copy(context.files().read(uri(content)), file);
    } else {
      Files.write(file, content.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
    }
  }

  /** People write names of a namespace's files as they are, with spaces in them. */
  private static URI uri(String text) throws TaskFailure {
    try {
      return URI.create(text.strip().replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      throw new TaskFailure("'%s' is no URI of a file.".formatted(text), e);
    }
  }

  private static void copy(InputStream content, Path file) throws IOException {
    try (content) {
      Files.copy(content, file);
    }
  }

  private Path place(String name) throws TaskFailure {
    try {
      Path file = folder.resolve(name).normalize();
      boolean relative = !name.startsWith("/") && !name.startsWith("./") && !name.startsWith("..");
      if (relative && !name.isBlank() && file.startsWith(folder) && !file.equals(folder)) {
        return file;
      }
    } catch (InvalidPathException _) {
      // said below
    }
    throw new TaskFailure(
        "Invalid file name '%s' (only relative path is supported).".formatted(name));
  }

  private void checkInside(String name, Path parent) throws TaskFailure, IOException {
    if (!parent.toRealPath().startsWith(folder.toRealPath())) {
      throw new TaskFailure("The file '%s' would be behind a link.".formatted(name));
    }
  }
}
