package dev.legato.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A folder by its path, on systems without handles of folders. Links are refused where they are
 * found; a swap between two steps is not noticed.
 */
record PathFolder(Path path) implements Folder {
  @Override
  public Folder open(String name) throws IOException {
    if (!attributes(name).isDirectory()) {
      throw new NotDirectoryException(name);
    }
    return new PathFolder(path.resolve(name));
  }

  @Override
  public FileChannel openFile(String name, Set<OpenOption> options) throws IOException {
    var all = new HashSet<>(options);
    all.add(LinkOption.NOFOLLOW_LINKS);
    return FileChannel.open(path.resolve(name), all);
  }

  @Override
  public BasicFileAttributes attributes(String name) throws IOException {
    return Files.readAttributes(
        path.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void move(String name, Folder to, String newName) throws IOException {
    if (!(to instanceof PathFolder target)) {
      throw new IllegalStateException("Expected a folder of the same kind, but got " + to);
    }
    Files.move(path.resolve(name), target.path.resolve(newName), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void deleteFile(String name) throws IOException {
    Files.delete(path.resolve(name));
  }

  @Override
  public void deleteFolder(String name) throws IOException {
    Files.delete(path.resolve(name));
  }

  @Override
  public List<String> names() throws IOException {
    var names = new ArrayList<String>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        names.add(entry.getFileName().toString());
      }
    }
    return names;
  }

  @Override
  public void sync() throws IOException {
    // elsewhere a folder cannot be opened as a file, and its names are durable by themselves
    if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
      try (FileChannel itself = FileChannel.open(path, StandardOpenOption.READ)) {
        itself.force(true);
      } catch (NoSuchFileException deleted) {
        return;
      }
    }
  }

  @Override
  public void close() {}
}
