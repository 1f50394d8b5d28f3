package dev.legato.rest.file;

import dev.legato.data.ion.IonRowReader;
import dev.legato.data.json.JsonRowWriter;
import dev.legato.data.json.JsonWriteOptions;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.file.ByteRange;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import java.util.Locale;

/** Hands out the files of executions. */
final class FileResource {
  private static final String ION = ".ion";

  private final FileStore files;
  private final ExecutionStore executions;
  private final Relatives relatives;

  FileResource(FileStore files, ExecutionStore executions) {
    this.files = files;
    this.executions = executions;
    this.relatives = new Relatives(executions);
  }

  Answer download(Call call) {
    String format = call.query().text("format").orElse("RAW").toUpperCase(Locale.ROOT);
    FileEntry file = find(call);
    return switch (format) {
      case "RAW" ->
          new Answer.Download(
              file.path().name(),
              file.size(),
              (from, length) -> files.open(file.path(), new ByteRange(from, length)));
      case "JSONL" -> asLines(file);
      default -> throw Problem.illegalArgument("format must be RAW or JSONL");
    };
  }

  /** Rows in Ion as lines of JSON, written while they are read. */
  private Answer asLines(FileEntry file) {
    String name = file.path().name();
    if (!name.endsWith(ION)) {
      throw Problem.illegalArgument(
          "'%s' is not a file of rows in Ion, so format must be RAW".formatted(name));
    }
    return new Answer.Produced(
        MediaType.BYTES,
        name.substring(0, name.length() - ION.length()) + ".jsonl",
        out -> {
          try (var rows = IonRowReader.open(files.open(file.path()));
              var lines = JsonRowWriter.open(out, JsonWriteOptions.LINES)) {
            while (rows.next()) {
              lines.write(rows.row());
            }
          }
        });
  }

  Answer size(Call call) {
    return Answer.json(new FileSizeView(find(call).size()));
  }

  /** Of what belongs to others, nothing tells whether it exists. */
  FileEntry find(Call call) {
    ExecutionId id = PathIds.execution(call, "id");
    SafePath path = path(call.query().required("path"));
    ExecutionRecord execution =
        executions.findRecord(id).orElseThrow(() -> PathIds.noSuchExecution(id.value()));
    if (!relatives.mayRead(execution, path)) {
      throw Problem.illegalArgument(
          "Invalid prefix path: the file does not belong to execution '%s', nor to one that started it or that it started"
              .formatted(id));
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
