package dev.legato.process.place;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Modules of ours in a folder, for programs that want to talk to the server. Written when they are
 * first asked for.
 */
public final class Modules {
  private static final List<String> FILES =
      List.of(
          "kestra.py",
          "kestra.js",
          "node_modules/@kestra-io/libs/index.js",
          "node_modules/@kestra-io/libs/package.json",
          "zygote.py");

  private final Path folder;
  private boolean written;

  /**
   * @param folder that is made, and whose files are replaced
   */
  public Modules(Path folder) {
    this.folder = folder;
  }

  /** The folder with all of them. */
  public synchronized Path folder() throws IOException {
    if (!written) {
      for (String file : FILES) {
        write(file);
      }
      written = true;
    }
    return folder;
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    String resource = name.endsWith("libs/index.js") ? "kestra.js" : name;
    resource = resource.endsWith("package.json") ? "package.json" : resource;
    Path part = file.resolveSibling(file.getFileName() + ".new");
    try (InputStream content = Modules.class.getResourceAsStream(resource)) {
      if (content == null) {
        throw new FileNotFoundException(resource);
      }
      Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE); // a program may be reading it
  }
}
