package dev.legato.testkit.task;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Internal storage in memory. */
public final class MemoryFiles implements TaskFiles {
  private final Map<URI, byte[]> files = new ConcurrentHashMap<>();

  /** Stores what a task is given. */
  public URI put(String name, byte[] content) {
    URI uri = URI.create("kestra:///given/" + name);
    files.put(uri, content);
    return uri;
  }

  /** Stores a text in UTF-8. */
  public URI put(String name, String text) {
    return put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The content of a file that must be there. */
  public byte[] bytes(URI file) {
    byte[] content = files.get(file);
    if (content == null) {
      throw new AssertionError("Expected a file '%s' among %s".formatted(file, files.keySet()));
    }
    return content;
  }

  /** The content of a file that must be there, as a text in UTF-8. */
  public String text(URI file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  /** How many files there are. */
  public int count() {
    return files.size();
  }

  /** Forgets all files. */
  public void clear() {
    files.clear();
  }

  @Override
  public InputStream read(URI file) throws TaskFailure {
    return new ByteArrayInputStream(known(file));
  }

  @Override
  public long size(URI file) throws TaskFailure {
    return known(file).length;
  }

  private byte[] known(URI file) throws TaskFailure {
    byte[] content = files.get(file);
    if (content == null) {
      throw new TaskFailure("There is no file '%s'.".formatted(file));
    }
    return content;
  }

  @Override
  public boolean delete(URI file) {
    return files.remove(file) != null;
  }

  @Override
  public List<URI> deleteAllOfExecution() {
    List<URI> all = List.copyOf(files.keySet());
    all.forEach(files::remove);
    return all;
  }

  @Override
  public NewFile create(String name) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    return new NewFile() {
      @Override
      public OutputStream content() {
        return content;
      }

      @Override
      public URI keep() {
        URI uri = URI.create("kestra:///own/" + name.replace(" ", "%20"));
        files.put(uri, content.toByteArray());
        return uri;
      }

      @Override
      public void close() {}
    };
  }
}
