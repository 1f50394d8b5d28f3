package dev.legato.plugins.core;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Internal storage in memory. */
public final class FakeFiles implements TaskFiles {
  public final Map<URI, byte[]> files = new LinkedHashMap<>();

  /** How many files were open for writing at the same time, at most. */
  public int mostOpen;

  private int open;

  /** A file with a text. */
  public URI put(String name, String text) {
    URI uri = URI.create("kestra:///given/" + name);
    files.put(uri, text.getBytes(StandardCharsets.UTF_8));
    return uri;
  }

  /** The text of a file. */
  public String text(URI file) {
    return new String(files.get(file), StandardCharsets.UTF_8);
  }

  @Override
  public InputStream read(URI file) throws TaskFailure {
    return new ByteArrayInputStream(known(file));
  }

  private byte[] known(URI file) throws TaskFailure {
    byte[] bytes = files.get(file);
    if (bytes == null) {
      throw new TaskFailure("There is no file '%s'".formatted(file));
    }
    return bytes;
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
    List<URI> all = List.copyOf(files.keySet());
    files.clear();
    return all;
  }

  @Override
  public NewFile create(String name) {
    mostOpen = Math.max(mostOpen, ++open);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    return new NewFile() {
      private boolean ended;

      @Override
      public OutputStream content() {
        return bytes;
      }

      @Override
      public URI keep() {
        URI uri = URI.create("kestra:///own/" + name.replace(" ", "%20"));
        files.put(uri, bytes.toByteArray());
        close();
        return uri;
      }

      @Override
      public void close() {
        open -= ended ? 0 : 1;
        ended = true;
      }
    };
  }
}
