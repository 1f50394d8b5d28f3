package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.rest.http.FileSink;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Problem.Detail;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.StoredFile;
import dev.legato.storage.file.UnsafePathException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files that come with a request. They go to the storage while they arrive, and are taken back when
 * nothing becomes of the request.
 */
final class Uploads implements FileSink<String> {
  private static final Pattern ADDRESS = Pattern.compile("^(kestra|nsfile|file)://");
  private static final String TEXT_EXTENSION = ".upl";

  private final FileStore files;
  private final FlowId flow;
  private final ExecutionId execution;
  private final Predicate<String> wanted;
  private final List<StoredFile> stored = new ArrayList<>();

  /**
   * @param execution that the files will belong to
   * @param wanted which inputs take a file
   */
  Uploads(FileStore files, FlowId flow, ExecutionId execution, Predicate<String> wanted) {
    this.files = files;
    this.flow = flow;
    this.execution = execution;
    this.wanted = wanted;
  }

  @Override
  public String take(String name, String fileName, InputStream content) throws IOException {
    if (!wanted.test(name)) {
      throw refused(name, "there is no such input, or it takes no file");
    }
    StoredFile file = files.put(path(name, fileName), content);
    stored.add(file);
    if (file.size() == 0) {
      throw refused(name, "the file is empty");
    }
    return file.uri();
  }

  /**
   * Stores what was given as text where a file is wanted; addresses of files stay.
   *
   * @param given inputs, files among them as addresses
   */
  Map<String, @Nullable Object> storeTexts(Map<String, @Nullable Object> given) throws IOException {
    var inputs = new LinkedHashMap<>(given);
    for (var input : given.entrySet()) {
      if (input.getValue() instanceof String text
          && isContent(text)
          && wanted.test(input.getKey())) {
        var content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        inputs.put(input.getKey(), take(input.getKey(), input.getKey() + TEXT_EXTENSION, content));
      }
    }
    return inputs;
  }

  /** Whether a value in place of a file is what the file holds, rather than its address. */
  static boolean isContent(@Nullable Object value) {
    return value instanceof String text && !text.isEmpty() && !ADDRESS.matcher(text).find();
  }

  private SafePath path(String name, String fileName) {
    // browsers of old send whole paths
    int end = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'));
    try {
      return FileLayout.input(flow, execution, name, fileName.substring(end + 1));
    } catch (UnsafePathException e) {
      throw refused(name, String.valueOf(e.getMessage()));
    }
  }

  private static Problem refused(String name, String why) {
    return Problem.invalid(List.of(new Detail(why, "inputs." + name)));
  }

  /** What tells these files from others with the same names. */
  String fingerprint() {
    return stored.stream().map(StoredFile::sha256).collect(Collectors.joining(","));
  }

  /** Takes back what was stored. */
  void discard() {
    stored.forEach(file -> files.delete(file.path()));
    stored.clear();
  }
}
