package dev.legato.orchestrator.expression;

import dev.legato.language.expression.function.ExternalFunctions;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.MissingFileException;
import dev.legato.storage.file.SafePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Functions that look at files of internal storage. */
final class FileFunctions {
  private final FileStore files;
  private final FileAccess access;

  FileFunctions(FileStore files, FileAccess access) {
    this.files = files;
    this.access = access;
  }

  List<ExpressionFunction> all() {
    return List.of(
        OutsideFunction.of(ExternalFunctions.READ, this::read),
        OutsideFunction.of(
            ExternalFunctions.FILE_URI,
            call -> access.namespaceFile(call.text("path"), call).uri()),
        OutsideFunction.of(ExternalFunctions.FILE_SIZE, this::size),
        OutsideFunction.of(ExternalFunctions.FILE_EXISTS, call -> find(call).isPresent()),
        OutsideFunction.of(ExternalFunctions.IS_FILE_EMPTY, call -> size(call) == 0),
        OutsideFunction.of(
            ExternalFunctions.IS_FILE_EMPTY.named("fileEmpty"), call -> size(call) == 0));
  }

  private Optional<FileEntry> find(Call call) {
    return files.find(access.resolve(call)).filter(FileEntry::isFile);
  }

  private long size(Call call) {
    return find(call).orElseThrow(() -> missing(call)).size();
  }

  private static RuntimeException missing(Call call) {
    return call.fail("found no such file; fileExists() tells whether there is one");
  }

  private String read(Call call) {
    SafePath path = access.resolve(call);
    int limit = (int) Math.min(call.budget().maxCharacters(), Integer.MAX_VALUE - 8);
    try (InputStream content = files.open(path)) {
      byte[] bytes = content.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw call.fail(
            "takes files of at most %,d bytes, and this one is larger; give its address to a task"
                .formatted(limit));
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (MissingFileException e) {
      throw missing(call);
    } catch (IOException e) {
      throw call.fail("could not read the file to its end");
    }
  }
}
