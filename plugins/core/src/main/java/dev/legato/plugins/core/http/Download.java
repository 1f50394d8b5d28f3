package dev.legato.plugins.core.http;

import dev.legato.plugin.Inline;
import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.http.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Downloads a file. */
@TaskType(
    value = "io.kestra.plugin.core.http.Download",
    aliases = "io.kestra.plugin.fs.http.Download",
    title = "Downloads a file over HTTP.",
    description =
        """
        The reply goes straight into a file, however large it is. It fails when the reply breaks
        off, when it is empty, and when its status is 400 or above.

        ```yaml
        id: rates
        type: io.kestra.plugin.core.http.Download
        uri: https://example.org/rates.csv
        ```

        Later tasks read the file as `{{ outputs.rates.uri }}`.
        """)
public record Download(
    @Inline OutgoingCall call,
    @Property(value = "Whether no status fails the task.", defaultValue = "false")
        boolean allowFailed,
    @Property(value = "Whether an empty reply fails the task.", defaultValue = "true")
        boolean failOnEmptyResponse)
    implements Task<Download.Result> {
  /** The reply. */
  public record Result(
      @Property("The file.") URI uri,
      @Property("The status.") int code,
      @Property("Headers by name, each a list.") Map<String, List<String>> headers,
      @Property("How many bytes the file has.") long length) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    try (HttpReply reply = call.send(context, Long.MAX_VALUE)) {
      if (call.isFailure(reply.status(), allowFailed)) {
        throw call.failure(reply, null);
      }
      try (NewFile file = context.files().create(FileNames.of(reply))) {
        long length = reply.body().transferTo(file.content());
        check(reply, length);
        context.count(
            "response.length",
            (double) length,
            Map.of(
                "request.method", call.method(), "response.code", String.valueOf(reply.status())));
        return new Result(file.keep(), reply.status(), reply.headers(), length);
      }
    }
  }

  private void check(HttpReply reply, long length) throws TaskFailure {
    Optional<String> announced = reply.header("Content-Length");
    if (announced.isPresent() && !announced.get().strip().equals(String.valueOf(length))) {
      throw new TaskFailure(
          "%s announced %s bytes, but sent %d."
              .formatted(OutgoingCall.withoutSecrets(reply.uri()), announced.get(), length));
    }
    if (length == 0 && failOnEmptyResponse && !allowFailed) {
      throw new TaskFailure(
          "%s sent nothing; set 'failOnEmptyResponse: false' if that is fine."
              .formatted(OutgoingCall.withoutSecrets(reply.uri())));
    }
  }
}
