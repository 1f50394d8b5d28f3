package dev.legato.plugins.fs.local;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.PluginContext;
import dev.legato.plugin.TaskFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes files of the machine into internal storage, and moves them about on the machine. */
final class Transfer {
  private Transfer() {}

  /** Stores each; of equal names all but the first get a number in front. */
  static List<LocalFile> store(List<LocalFile> files, PluginContext context) throws IOException {
    List<LocalFile> stored = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (LocalFile file : files) {
      String name = file.name();
      for (int number = 2; !names.add(name); number++) {
        name = number + "-" + file.name();
      }
      stored.add(file.at(store(file.path(), name, context)));
    }
    return stored;
  }

  static URI store(Path file, String name, PluginContext context) throws IOException {
    try (InputStream content = Files.newInputStream(file);
        NewFile copy = context.files().create(name)) {
      content.transferTo(copy.content());
      return copy.keep();
    }
  }

  /** Moves or removes files that were taken. */
  static void finish(
      List<LocalFile> files,
      SourceAction action,
      @Nullable String moveDirectory,
      PluginContext context)
      throws TaskFailure, IOException {
    for (LocalFile file : files) {
      switch (action) {
        case NONE -> {}
        case DELETE -> Files.deleteIfExists(file.path());
        case MOVE -> move(file.path(), target(moveDirectory, context).resolve(file.name()), true);
      }
    }
  }

  /** The folder of {@code MOVE}, checked before anything is taken. */
  static Path target(@Nullable String moveDirectory, PluginContext context)
      throws TaskFailure, IOException {
    if (moveDirectory == null) {
      throw new TaskFailure("'action: MOVE' needs 'moveDirectory', the folder to move files to.");
    }
    return context.folders().resolve(moveDirectory);
  }

  static void move(Path from, Path to, boolean overwrite) throws TaskFailure, IOException {
    prepare(to, overwrite);
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Makes the folders above a file that is to be written. */
  static void prepare(Path to, boolean overwrite) throws TaskFailure, IOException {
    if (!overwrite && Files.exists(to)) {
      throw new TaskFailure(
          "'%s' exists already; set 'overwrite: true' to replace it.".formatted(to));
    }
    Path parent = to.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
  }

  /** A folder as target means the same name in it. */
  static Path into(Path to, String written, Path from) {
    return written.endsWith("/") || Files.isDirectory(to) ? to.resolve(LocalFile.nameOf(from)) : to;
  }

  /** That what is to be read exists. */
  static Path existing(String from, PluginContext context) throws TaskFailure, IOException {
    Path path = context.folders().resolve(from);
    if (!Files.exists(path)) {
      throw new TaskFailure("There is no file or folder '%s'.".formatted(from));
    }
    return path;
  }
}
