package dev.legato.orchestrator.expression;

import dev.legato.language.expression.runtime.Call;
import dev.legato.orchestrator.expression.HttpCaller.Credentials;
import dev.legato.orchestrator.expression.HttpCaller.Options;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The argument {@code options} of {@code http()}. */
final class HttpFunctionOptions {
  private static final Set<String> KNOWN =
      Set.of("connectTimeout", "readTimeout", "followRedirects", "auth");

  private HttpFunctionOptions() {}

  static Options read(Call call) {
    Object given = call.argument("options");
    if (given == null) {
      return new Options(null, null, true, null);
    }
    if (!(given instanceof Map<?, ?> options) || !KNOWN.containsAll(options.keySet())) {
      throw call.fail(
          "needs a map for 'options', with connectTimeout, readTimeout, followRedirects or auth");
    }
    return new Options(
        duration(options.get("connectTimeout"), call),
        duration(options.get("readTimeout"), call),
        !"false".equals(String.valueOf(options.get("followRedirects"))),
        credentials(options.get("auth"), call));
  }

  private static @Nullable Duration duration(@Nullable Object value, Call call) {
    if (value == null) {
      return null;
    }
    try {
      return Duration.parse(String.valueOf(value));
    } catch (DateTimeException e) {
      throw call.fail("needs a duration such as 'PT10S' for a timeout");
    }
  }

  private static @Nullable Credentials credentials(@Nullable Object value, Call call) {
    if (value == null) {
      return null;
    }
    if (value instanceof Map<?, ?> auth) {
      String type = String.valueOf(auth.get("type")).toUpperCase(Locale.ROOT);
      if (type.equals("BASIC")
          && auth.get("username") instanceof String username
          && auth.get("password") instanceof String password) {
        return new Credentials(username, password);
      }
      if (type.equals("BEARER") && auth.get("token") instanceof String token) {
        return new Credentials(null, token);
      }
    }
    throw call.fail(
        "needs for auth a map with type BASIC, username and password, or type BEARER and token");
  }
}
