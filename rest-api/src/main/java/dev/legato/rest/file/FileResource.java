package dev.legato.rest.file;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.file.ByteRange;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;

/** Hands out the files of executions. */
final class FileResource {
  private final FileStore files;
  private final ExecutionStore executions;
  private final Relatives relatives;

  FileResource(FileStore files, ExecutionStore executions) {
    this.files = files;
    this.executions = executions;
    this.relatives = new Relatives(executions);
  }

  Answer download(Call call) {
    String format = call.query().text("format").orElse("RAW");
    if (!format.equalsIgnoreCase("RAW")) {
      throw Problem.illegalArgument("files are downloaded as they are: format must be RAW");
    }
    FileEntry file = find(call);
    return new Answer.Download(
        file.path().name(),
        file.size(),
        (from, length) -> files.open(file.path(), new ByteRange(from, length)));
  }

  Answer size(Call call) {
    return Answer.json(new FileSizeView(find(call).size()));
  }

  /** Files of strangers and files that do not exist are told apart by nothing. */
  FileEntry find(Call call) {
    ExecutionId id = PathIds.execution(call, "id");
    SafePath path = path(call.query().required("path"));
    ExecutionRecord execution =
        executions.findRecord(id).orElseThrow(() -> PathIds.noSuchExecution(id.value()));
    if (!relatives.mayRead(execution, path)) {
      throw missing(id);
    }
    return files.find(path).filter(FileEntry::isFile).orElseThrow(() -> missing(id));
  }

  private static SafePath path(String uri) {
    try {
      return SafePath.parseUri(uri);
    } catch (UnsafePathException e) {
      throw Problem.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private static Problem missing(ExecutionId id) {
    return Problem.notFound("execution '%s' has no such file".formatted(id));
  }
}
