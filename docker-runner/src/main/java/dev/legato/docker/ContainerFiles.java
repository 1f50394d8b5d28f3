package dev.legato.docker;

import com.github.dockerjava.api.DockerClient;
import dev.legato.plugin.process.DockerRunner;
import dev.legato.plugin.process.DockerRunner.FileHandling;
import dev.legato.plugin.process.Program;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Copies folders into a container and back, to the same places, as archives. What comes back is not
 * trusted: only regular files and folders, and only inside the program's folder.
 */
final class ContainerFiles {
  private static final int FOLDER_MODE = 0777;
  private static final int EXECUTABLE_MODE = 0777;
  private static final int FILE_MODE = 0666;

  private final DockerClient client;
  private final String container;
  private final boolean copies;

  ContainerFiles(DockerClient client, String container, DockerRunner runner) {
    this.client = client;
    this.container = container;
    this.copies = runner.fileHandlingStrategy() == FileHandling.VOLUME;
  }

  void copyInto(Program program) throws IOException {
    if (!copies) {
      return;
    }
    Path archive = Files.createTempFile(program.directory().getParent(), "container-", ".tar");
    try {
      try (var tar =
          new TarArchiveOutputStream(
              new BufferedOutputStream(Files.newOutputStream(archive)), "UTF-8")) {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        write(program.directory(), tar);
        for (Path folder : program.folders()) {
          write(folder, tar);
        }
      }
      try (InputStream in = Files.newInputStream(archive)) {
        client
            .copyArchiveToContainerCmd(container)
            .withRemotePath("/")
            .withTarInputStream(in)
            .exec();
      }
    } finally {
      Files.deleteIfExists(archive);
    }
  }

  private static void write(Path folder, TarArchiveOutputStream tar) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes)
              throws IOException {
            TarArchiveEntry entry = new TarArchiveEntry(name(each) + "/");
            entry.setMode(FOLDER_MODE);
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path each, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              TarArchiveEntry entry = new TarArchiveEntry(name(each));
              entry.setSize(attributes.size());
              entry.setMode(Files.isExecutable(each) ? EXECUTABLE_MODE : FILE_MODE);
              tar.putArchiveEntry(entry);
              Files.copy(each, tar);
              tar.closeArchiveEntry();
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static String name(Path path) {
    return path.toString().substring(1); // seen from the top of the container
  }

  void copyBack(Program program) throws IOException {
    if (!copies) {
      return;
    }
    Path folder = program.directory();
    try (InputStream in = client.copyArchiveFromContainerCmd(container, folder.toString()).exec();
        var tar = new TarArchiveInputStream(new BufferedInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        restore(entry, tar, folder);
      }
    }
  }

  /** Entries begin with the name of the folder itself. */
  private static void restore(TarArchiveEntry entry, TarArchiveInputStream tar, Path folder)
      throws IOException {
    int slash = entry.getName().indexOf('/');
    String inside = slash < 0 ? "" : entry.getName().substring(slash + 1);
    Path target = folder.resolve(inside).normalize();
    if (inside.isEmpty() || !target.startsWith(folder) || hasLink(target, folder)) {
      return;
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else if (entry.isFile() && !entry.isSymbolicLink() && !entry.isLink()) {
      Files.createDirectories(target.getParent());
      Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static boolean hasLink(Path target, Path folder) {
    Path each = folder;
    for (Path name : folder.relativize(target)) {
      each = each.resolve(name);
      if (Files.isSymbolicLink(each) && !each.equals(target)) { // a link itself is replaced
        return true;
      }
    }
    return false;
  }
}
