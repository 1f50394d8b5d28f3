package dev.legato.rest.execution;

import dev.legato.model.flow.TriggerEvent.Webhook;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Form;
import dev.legato.rest.http.HttpLimits;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the variable {@code trigger} of a call. What is in it stays data: it is not rendered. */
final class WebhookBody {
  private final Json json;
  private final HttpLimits limits;

  WebhookBody(Json json, HttpLimits limits) {
    this.json = json;
    this.limits = limits;
  }

  /**
   * The variables.
   *
   * @param files takes what is not kept in variables
   */
  Map<String, @Nullable Object> variables(Call call, Webhook webhook, TriggerFiles files)
      throws IOException {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    if (!call.route().body().isNone()) {
      boolean isForm = call.mediaType().equals(MediaType.MULTIPART);
      switch (webhook.bodyUse()) {
        case FETCH -> {
          if (isForm) {
            form(call, files, variables);
          } else {
            variables.put("body", value(fetched(call)));
          }
        }
        case STORE -> {
          if (isForm) {
            form(call, files, variables);
          } else if (!call.hasNoBody()) {
            try (InputStream body = call.bodyStream()) {
              variables.put("uri", files.body(body));
            }
          }
        }
        case NONE -> {}
      }
    }
    variables.put("headers", call.headers());
    variables.put("parameters", call.query().all());
    return variables;
  }

  private byte[] fetched(Call call) throws IOException {
    try {
      return call.body(limits.flowBytes());
    } catch (Problem tooLarge) {
      throw tooLarge.status() == 413
          ? Problem.tooLarge(
              "the body may have at most %d bytes, or any size with fetchType: STORE in the trigger"
                  .formatted(limits.flowBytes()))
          : tooLarge;
    }
  }

  private void form(Call call, TriggerFiles files, Map<String, @Nullable Object> variables)
      throws IOException {
    Form<String> form = call.form(limits.flowBytes(), files);
    variables.put("formFields", form.fields());
    variables.put("parts", form.files());
  }

  /** A JSON object or array as such, everything else as text. */
  private @Nullable Object value(byte[] body) {
    int first = 0;
    while (first < body.length && body[first] <= ' ' && body[first] > 0) {
      first++;
    }
    if (first < body.length && (body[first] == '{' || body[first] == '[')) {
      try {
        return json.read(body);
      } catch (Problem notJson) {
        return text(body);
      }
    }
    return text(body);
  }

  /** What is not UTF-8 keeps its bytes as characters. */
  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return new String(body, StandardCharsets.ISO_8859_1);
    }
  }
}
