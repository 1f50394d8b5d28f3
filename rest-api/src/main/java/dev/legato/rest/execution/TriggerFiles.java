package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.orchestrator.trigger.WebhookOutcome.Found;
import dev.legato.rest.http.FileSink;
import dev.legato.rest.http.Problem;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.StoredFile;
import dev.legato.storage.file.UnsafePathException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Files that come with a call of a webhook; taken back when nothing becomes of it. */
final class TriggerFiles implements FileSink<String> {
  private static final String BODY = "body";

  private final FileStore files;
  private final SafePath folder;
  private final List<StoredFile> stored = new ArrayList<>();

  /**
   * @param execution that the files will belong to
   */
  TriggerFiles(FileStore files, Found found, ExecutionId execution) {
    this.files = files;
    this.folder = FileLayout.trigger(found.flow().id(), execution, found.trigger().id());
  }

  /** Keeps the whole body; gives its address. */
  String body(InputStream content) throws IOException {
    return put(folder.resolve(BODY), content);
  }

  @Override
  public String take(String name, String fileName, InputStream content) throws IOException {
    // browsers of old send whole paths
    int end = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'));
    try {
      return put(folder.resolve("parts", name, fileName.substring(end + 1)), content);
    } catch (UnsafePathException e) {
      throw Problem.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private String put(SafePath path, InputStream content) throws IOException {
    StoredFile file = files.put(path, content);
    stored.add(file);
    return file.uri();
  }

  void discard() {
    stored.forEach(file -> files.delete(file.path()));
    stored.clear();
  }
}
