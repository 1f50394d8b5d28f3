package dev.legato.orchestrator.expression;

import dev.legato.language.expression.format.Json;
import dev.legato.language.expression.format.Yaml;
import dev.legato.language.expression.function.ExternalFunctions;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Failure;
import dev.legato.language.expression.runtime.FailureKind;
import dev.legato.language.expression.runtime.Texts;
import dev.legato.orchestrator.expression.HttpCaller.Body;
import dev.legato.orchestrator.expression.HttpCaller.Request;
import dev.legato.orchestrator.expression.HttpCaller.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code http(uri)}: the body of a response, as a value when it is JSON or YAML. */
final class HttpFunction {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int FIRST_ERROR = 400;

  private final HttpCaller caller;

  HttpFunction(HttpCaller caller) {
    this.caller = caller;
  }

  ExpressionFunction function() {
    return OutsideFunction.of(ExternalFunctions.HTTP, this::call);
  }

  private @Nullable Object call(Call call) {
    Request request = request(call);
    try {
      return value(caller.send(request), call);
    } catch (IOException e) {
      throw call.fail("got no response: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(FailureKind.INTERRUPTED, "the rendering was interrupted");
    }
  }

  private static Request request(Call call) {
    return new Request(
        call.text("method", "GET").toUpperCase(Locale.ROOT),
        uri(call),
        headers(call),
        body(call),
        HttpFunctionOptions.read(call),
        call.budget().maxCharacters());
  }

  private static URI uri(Call call) {
    String text = call.text("uri").strip();
    Map<?, ?> query = map(call, "query");
    String joined =
        query.isEmpty() ? text : text + (text.indexOf('?') < 0 ? "?" : "&") + form(query, call);
    try {
      return new URI(joined);
    } catch (URISyntaxException e) {
      throw call.fail("got text that is not a URI; special characters need | urlencode");
    }
  }

  private static Map<?, ?> map(Call call, String argument) {
    Object value = call.argument(argument);
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw call.fail("needs a map for '%s'".formatted(argument));
  }

  private static String form(Map<?, ?> values, Call call) {
    return values.entrySet().stream()
        .flatMap(
            entry ->
                texts(entry.getValue(), call)
                    .map(text -> encode(String.valueOf(entry.getKey())) + "=" + encode(text)))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** One text, or several when the value is a list. */
  private static Stream<String> texts(@Nullable Object value, Call call) {
    return value instanceof List<?> list
        ? list.stream().map(item -> Texts.print(item, call.budget()))
        : Stream.of(Texts.print(value, call.budget()));
  }

  private static Map<String, List<String>> headers(Call call) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Accept", List.of(call.text("accept", JSON)));
    map(call, "headers")
        .forEach(
            (name, value) -> {
              headers.keySet().removeIf(String.valueOf(name)::equalsIgnoreCase);
              headers.put(String.valueOf(name), texts(value, call).toList());
            });
    return headers;
  }

  private static @Nullable Body body(Call call) {
    Object body = call.argument("body");
    if (body == null) {
      return null;
    }
    String type = call.text("contentType", JSON);
    String text =
        body instanceof Map<?, ?> map && type.startsWith(FORM)
            ? form(map, call)
            : Texts.print(body, call.budget());
    return new Body(type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable Object value(Response response, Call call) {
    if (response.status() >= FIRST_ERROR) {
      throw call.fail("got a response with status %d".formatted(response.status()));
    }
    String text = new String(response.body(), StandardCharsets.UTF_8);
    String given = response.contentType();
    String type = given == null ? "" : given.toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return null;
    }
    if (type.contains("json")) {
      return Json.parse(text, call);
    }
    return type.contains("yaml") ? Yaml.parse(text, call) : text;
  }
}
