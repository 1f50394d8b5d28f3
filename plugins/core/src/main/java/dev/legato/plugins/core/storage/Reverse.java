package dev.legato.plugins.core.storage;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Turns the order of lines round. */
@TaskType(
    value = "io.kestra.plugin.core.storage.Reverse",
    aliases = "io.kestra.core.tasks.storages.Reverse",
    title = "Turns the order of a file's lines round.",
    description =
        """
        ```yaml
        id: newest_first
        type: io.kestra.plugin.core.storage.Reverse
        from: "{{ outputs.load.uri }}"
        ```
        """)
public record Reverse(
    @Property("The file, as a `kestra://` address.") URI from,
    @Property(value = "Written after each line.", defaultValue = "\n") String separator,
    @Property(value = "How the file is encoded.", defaultValue = "UTF-8") String charset)
    implements Task<Reverse.Result> {
  /** What was written. */
  public record Result(@Property("The new file.") URI uri) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    Charset encoding = encoding();
    Path plain = Files.createTempFile(context.workingDirectory(), "forwards-", null);
    // in UTF-8 no byte of another character looks like the end of a line
    try (InputStream in = context.files().read(from);
        Reader reader = new InputStreamReader(in, encoding);
        Writer writer = Files.newBufferedWriter(plain, StandardCharsets.UTF_8)) {
      reader.transferTo(writer);
    }
    try (NewFile file = context.files().create("reversed" + Pieces.extension(from));
        Writer out = new BufferedWriter(new OutputStreamWriter(file.content(), encoding));
        BackwardLines lines = BackwardLines.open(plain)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        out.write(line);
        out.write(separator);
      }
      out.flush();
      return new Result(file.keep());
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  private Charset encoding() throws TaskFailure {
    try {
      return Charset.forName(charset);
    } catch (IllegalArgumentException e) {
      throw new TaskFailure(
          "'charset' must be a name such as UTF-8 or ISO-8859-1, but is '%s'.".formatted(charset),
          e);
    }
  }
}
