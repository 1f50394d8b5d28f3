package dev.legato.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A folder by the handle that the system has given for it. */
record HandleFolder(SecureDirectoryStream<Path> handle, FileSystem system) implements Folder {
  private static final String ITSELF = ".";

  @Override
  public Folder open(String name) throws IOException {
    try {
      return new HandleFolder(
          handle.newDirectoryStream(path(name), LinkOption.NOFOLLOW_LINKS), system);
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw e;
    } catch (FileSystemException e) {
      // there is no exception of its own for a link
      if (!attributes(name).isDirectory()) {
        throw new NotDirectoryException(name);
      }
      throw e;
    }
  }

  @Override
  public FileChannel openFile(String name, Set<OpenOption> options) throws IOException {
    var all = new HashSet<>(options);
    all.add(LinkOption.NOFOLLOW_LINKS);
    return channel(handle.newByteChannel(path(name), all));
  }

  private static FileChannel channel(SeekableByteChannel channel) {
    if (channel instanceof FileChannel file) {
      return file;
    }
    throw new IllegalStateException("Expected a channel of a file, but got " + channel.getClass());
  }

  @Override
  public BasicFileAttributes attributes(String name) throws IOException {
    return handle
        .getFileAttributeView(path(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .readAttributes();
  }

  @Override
  public void move(String name, Folder to, String newName) throws IOException {
    if (!(to instanceof HandleFolder target)) {
      throw new IllegalStateException("Expected a folder of the same kind, but got " + to);
    }
    handle.move(path(name), target.handle, path(newName));
  }

  @Override
  public void deleteFile(String name) throws IOException {
    handle.deleteFile(path(name));
  }

  @Override
  public void deleteFolder(String name) throws IOException {
    handle.deleteDirectory(path(name));
  }

  @Override
  public List<String> names() throws IOException {
    var names = new ArrayList<String>();
    // a stream can be read once only
    try (DirectoryStream<Path> entries =
        handle.newDirectoryStream(path(ITSELF), LinkOption.NOFOLLOW_LINKS)) {
      for (Path entry : entries) {
        names.add(entry.getFileName().toString());
      }
    }
    return names;
  }

  @Override
  public void sync() throws IOException {
    try (FileChannel itself = openFile(ITSELF, Set.of(StandardOpenOption.READ))) {
      itself.force(true);
    } catch (NoSuchFileException deleted) {
      return;
    }
  }

  private Path path(String name) {
    return system.getPath(name);
  }

  @Override
  public void close() throws IOException {
    handle.close();
  }
}
