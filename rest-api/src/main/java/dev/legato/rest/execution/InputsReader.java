package dev.legato.rest.execution;

import dev.legato.rest.http.Call;
import dev.legato.rest.http.FileSink;
import dev.legato.rest.http.Form;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads inputs of executions: a form, one JSON object, or nothing at all. */
final class InputsReader {
  private final Json json;
  private final long maxText;

  /**
   * @param maxText bytes of a body without its files
   */
  InputsReader(Json json, long maxText) {
    this.json = json;
    this.maxText = maxText;
  }

  /**
   * Reads inputs, not checked yet.
   *
   * @param files takes files and gives the text that goes in their place
   */
  Map<String, @Nullable Object> read(Call call, FileSink<String> files) throws IOException {
    if (call.hasNoBody()) {
      return Map.of();
    }
    return switch (call.mediaType()) {
      case MediaType.MULTIPART -> ofForm(call.form(maxText, files));
      case MediaType.JSON -> ofJson(call.body(maxText));
      case "" -> ofNothing(call.body(maxText));
      default ->
          throw Problem.unsupportedMediaType("send the inputs as multipart/form-data or as JSON");
    };
  }

  /** For requests that only check: the file is neither looked at nor kept. */
  static String standInForFile(String name, String fileName, InputStream content) {
    return standInForFile(name);
  }

  /** The address of a file that is not stored. */
  static String standInForFile(String name) {
    return "kestra:///not-stored/" + name;
  }

  private static Map<String, @Nullable Object> ofForm(Form<String> form) {
    var inputs = new LinkedHashMap<String, @Nullable Object>(form.fields());
    inputs.putAll(form.files());
    return inputs;
  }

  private Map<String, @Nullable Object> ofJson(byte[] body) {
    var inputs = new LinkedHashMap<String, @Nullable Object>();
    if (body.length > 0) {
      json.readObject(body).forEach((key, value) -> inputs.put(String.valueOf(key), value));
    }
    return inputs;
  }

  private static Map<String, @Nullable Object> ofNothing(byte[] body) {
    if (body.length > 0) {
      throw Problem.unsupportedMediaType("a body needs a Content-Type");
    }
    return Map.of();
  }
}
