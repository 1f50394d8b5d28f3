package dev.legato.plugins.core;

import dev.legato.plugin.NamespaceFiles;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.file.NamespaceFileChoice;
import dev.legato.plugin.file.NamespaceFilePurge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files of namespaces in memory; a pattern matches the paths that end with what is behind `*`. */
public final class FakeNamespaceFiles implements NamespaceFiles {
  /** By namespace and path, such as {@code shop:queries/a.sql}. */
  public final SortedMap<String, String> contents = new TreeMap<>();

  public final List<NamespaceFilePurge> purges = new ArrayList<>();

  @Override
  public List<String> find(String namespace, List<String> patterns) {
    return contents.keySet().stream()
        .filter(key -> key.startsWith(namespace + ":"))
        .map(key -> key.substring(namespace.length() + 1))
        .filter(path -> patterns.stream().anyMatch(glob -> path.endsWith(glob.replace("*", ""))))
        .toList();
  }

  @Override
  public InputStream read(String namespace, String path) throws TaskFailure {
    String content = contents.get(namespace + ":" + path);
    if (content == null) {
      throw new TaskFailure("no file " + path);
    }
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean write(String namespace, String path, InputStream content, boolean overwrite)
      throws IOException {
    String key = namespace + ":" + (path.startsWith("/") ? path.substring(1) : path);
    if (contents.containsKey(key) && !overwrite) {
      return false;
    }
    contents.put(key, new String(content.readAllBytes(), StandardCharsets.UTF_8));
    return true;
  }

  @Override
  public boolean delete(String namespace, String path) {
    return contents.remove(namespace + ":" + path) != null;
  }

  @Override
  public List<Path> copy(NamespaceFileChoice choice, Path folder) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long purge(NamespaceFilePurge purge) {
    purges.add(purge);
    return 7;
  }
}
