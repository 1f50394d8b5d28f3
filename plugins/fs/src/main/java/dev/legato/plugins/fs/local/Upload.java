package dev.legato.plugins.fs.local;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file of internal storage to a folder of the machine. */
@TaskType(
    value = "io.kestra.plugin.fs.local.Upload",
    title = "Writes a file to a folder of the machine.",
    description =
        """
        The folder must be allowed in the configuration (`legato.local-files.allowed-paths`). Nobody
        sees a half-written file.

        ```yaml
        id: hand_over
        type: io.kestra.plugin.fs.local.Upload
        from: "{{ outputs.report.uri }}"
        to: /data/out/report.csv
        ```
        """)
public record Upload(
    @Property("The file, as a `kestra://` address.") URI from,
    @Property("The path to write, or a folder for the same name in it.") String to,
    @Property(value = "Whether it may replace a file.", defaultValue = "true") boolean overwrite)
    implements Task<Upload.Result> {
  /** What was written. */
  public record Result(
      @Property("The file that was written, as `file://`.") URI uri,
      @Property("In bytes.") long size) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    Path target =
        Transfer.into(context.folders().resolve(to), to, Path.of(String.valueOf(from.getPath())));
    Transfer.prepare(target, overwrite);
    Path folder = target.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, ".legato-", ".part");
    try (InputStream content = context.files().read(from)) {
      Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return new Result(target.toUri(), Files.size(target));
  }
}
