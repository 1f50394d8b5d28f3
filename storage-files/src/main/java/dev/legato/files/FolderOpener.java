package dev.legato.files;

import java.io.IOException;
import java.nio.file.Path;

/** Opens the folders from which all others are reached. */
@FunctionalInterface
interface FolderOpener {
  Folder open(Path directory) throws IOException;
}
