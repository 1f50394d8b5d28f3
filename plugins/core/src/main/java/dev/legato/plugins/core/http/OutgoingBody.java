package dev.legato.plugins.core.http;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import dev.legato.plugin.http.HttpBody;
import dev.legato.plugin.http.HttpBody.Content;
import dev.legato.plugin.http.HttpBody.Multipart;
import dev.legato.plugin.http.HttpBody.Part;
import dev.legato.plugin.http.HttpBody.Source;
import dev.legato.plugins.core.value.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the body of a call from its properties. */
final class OutgoingBody {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";

  private OutgoingBody() {}

  static HttpBody of(OutgoingCall call, TaskFiles files) throws TaskFailure {
    Map<String, @Nullable Object> form = call.formData();
    String type = call.contentType();
    if (form != null) {
      return type != null && type.startsWith(MULTIPART)
          ? multipart(form, files)
          : text(urlEncoded(form), FORM, StandardCharsets.UTF_8);
    }
    String body = call.body();
    if (body == null) {
      return HttpBody.NONE;
    }
    Charset charset = call.charset();
    String usual = "application/json; charset=" + charset.name().toLowerCase(Locale.ROOT);
    return text(body, type == null ? usual : type, charset);
  }

  private static String urlEncoded(Map<String, @Nullable Object> form) {
    return form.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(plain(entry.getValue())))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String plain(@Nullable Object value) {
    return value instanceof String text ? text : Json.write(value);
  }

  private static Multipart multipart(Map<String, @Nullable Object> form, TaskFiles files)
      throws TaskFailure {
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, @Nullable Object> entry : form.entrySet()) {
      String name = entry.getKey();
      switch (entry.getValue()) {
        case null -> {}
        case String text when TaskFiles.isAddress(text) ->
            parts.add(file(name, text.substring(text.lastIndexOf('/') + 1), text, files));
        case Map<?, ?> map when map.get("name") != null && map.get("content") != null ->
            parts.add(
                file(
                    name,
                    String.valueOf(map.get("name")),
                    String.valueOf(map.get("content")),
                    files));
        case Object other ->
            parts.add(
                new Part(
                    name,
                    null,
                    text(plain(other), "text/plain; charset=utf-8", StandardCharsets.UTF_8)));
      }
    }
    return new Multipart(parts);
  }

  private static Part file(String name, String fileName, String content, TaskFiles files)
      throws TaskFailure {
    if (!TaskFiles.isAddress(content)) {
      return new Part(
          name, fileName, text(content, "application/octet-stream", StandardCharsets.UTF_8));
    }
    return new Part(
        name,
        fileName,
        new Content("application/octet-stream", new StoredSource(uri(content), files)));
  }

  private static URI uri(String text) throws TaskFailure {
    try {
      return URI.create(text.strip());
    } catch (IllegalArgumentException e) {
      throw new TaskFailure("'formData' holds '%s', which is no address.".formatted(text), e);
    }
  }

  private static Content text(String text, String contentType, Charset charset) {
    byte[] bytes = text.getBytes(charset);
    return new Content(
        contentType,
        new Source() {
          @Override
          public InputStream open() {
            return new ByteArrayInputStream(bytes);
          }

          @Override
          public long length() {
            return bytes.length;
          }
        });
  }

  /** A file of the internal storage. */
  private record StoredSource(URI uri, TaskFiles files) implements Source {
    @Override
    public InputStream open() throws IOException {
      try {
        return files.read(uri);
      } catch (TaskFailure e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    public long length() throws IOException {
      try {
        return files.size(uri);
      } catch (TaskFailure e) {
        throw new IOException(e.getMessage(), e);
      }
    }
  }
}
