package dev.legato.plugins.serdes;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Internal storage in memory. */
public final class FakeFiles implements TaskFiles {
  public final Map<URI, byte[]> files = new LinkedHashMap<>();

  /** A file with some bytes. */
  public URI put(String name, byte[] bytes) {
    URI uri = URI.create("kestra:///given/" + name);
    files.put(uri, bytes);
    return uri;
  }

  private byte[] known(URI file) throws TaskFailure {
    byte[] bytes = files.get(file);
    if (bytes == null) {
      throw new TaskFailure("There is no file '%s'".formatted(file));
    }
    return bytes;
  }

  @Override
  public InputStream read(URI file) throws TaskFailure {
    return new ByteArrayInputStream(known(file));
  }

  @Override
  public long size(URI file) throws TaskFailure {
    return known(file).length;
  }

  @Override
  public boolean delete(URI file) {
    return files.remove(file) != null;
  }

  @Override
  public List<URI> deleteAllOfExecution() {
    return List.of();
  }

  @Override
  public NewFile create(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    return new NewFile() {
      @Override
      public OutputStream content() {
        return bytes;
      }

      @Override
      public URI keep() {
        URI uri = URI.create("kestra:///own/" + name.replace(" ", "%20"));
        files.put(uri, bytes.toByteArray());
        return uri;
      }

      @Override
      public void close() {}
    };
  }
}
