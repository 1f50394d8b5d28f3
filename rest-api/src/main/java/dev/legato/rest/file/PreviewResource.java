package dev.legato.rest.file;

import dev.legato.data.RowException;
import dev.legato.data.preview.PreviewLimits;
import dev.legato.data.preview.PreviewSource;
import dev.legato.data.preview.Previews;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Problem;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;

/** Shows the beginning of files of executions. */
final class PreviewResource {
  private static final int USUAL_ROWS = 100;
  private static final int MOST_ROWS = 5_000;

  private final FileStore files;
  private final Function<Call, FileEntry> finding;
  private final Previews previews;

  /**
   * @param finding gives the file that a call is about, if its caller may read it
   * @param scratch for copies of files while they are looked at
   */
  PreviewResource(FileStore files, Function<Call, FileEntry> finding, Path scratch) {
    this.files = files;
    this.finding = finding;
    this.previews = new Previews(scratch);
  }

  Answer preview(Call call) {
    Charset charset = charset(call.query().text("encoding").orElse("UTF-8"));
    int asked = call.query().number("maxRows", 1, Integer.MAX_VALUE).orElse(USUAL_ROWS);
    int rows = Math.min(asked, MOST_ROWS);
    FileEntry file = finding.apply(call);
    try {
      PreviewSource source =
          new PreviewSource(file.path().name(), file.size(), () -> files.open(file.path()));
      return Answer.json(
          FilePreviewView.of(previews.of(source, charset, PreviewLimits.ofRows(rows)), rows));
    } catch (RowException e) {
      throw Problem.unreadable(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Charset charset(String name) {
    try {
      return name.isBlank() ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw Problem.illegalArgument("'%s' is no encoding".formatted(name));
    }
  }
}
