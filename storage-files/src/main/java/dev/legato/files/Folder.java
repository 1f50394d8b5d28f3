package dev.legato.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

/** An open folder. Names are those of what is directly in it; no method follows a link. */
sealed interface Folder extends Closeable permits HandleFolder, PathFolder {
  /** The best kind of folder that the file system can offer. */
  @SuppressWarnings("StreamResourceLeak") // the folder closes the stream that is its handle
  static Folder open(Path directory) throws IOException {
    DirectoryStream<Path> entries = Files.newDirectoryStream(directory);
    if (entries instanceof SecureDirectoryStream<Path> handle) {
      return new HandleFolder(handle, directory.getFileSystem());
    }
    entries.close();
    return new PathFolder(directory);
  }

  /**
   * A folder in this one, to be closed by the caller.
   *
   * @throws java.nio.file.NoSuchFileException when there is none
   * @throws java.nio.file.NotDirectoryException when it is a file or a link
   */
  Folder open(String name) throws IOException;

  /** Opens or makes a file. */
  FileChannel openFile(String name, Set<OpenOption> options) throws IOException;

  /**
   * What is known about a file, a folder or a link.
   *
   * @throws java.nio.file.NoSuchFileException when there is none
   */
  BasicFileAttributes attributes(String name) throws IOException;

  /** Moves in one step; a file that is there already is replaced, and so is an empty folder. */
  void move(String name, Folder to, String newName) throws IOException;

  /** Deletes a file, or a link itself. */
  void deleteFile(String name) throws IOException;

  /**
   * Deletes an empty folder.
   *
   * @throws java.nio.file.DirectoryNotEmptyException when it is not empty
   */
  void deleteFolder(String name) throws IOException;

  /** In no order. */
  List<String> names() throws IOException;

  /** Makes durable which names are in this folder, unless it was deleted. */
  void sync() throws IOException;
}
