package dev.legato.language.expression;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every expression on this server sees besides the variables of its execution.
 *
 * @param globals the option of that name, as JSON values
 * @param envs environment variables that flows may read: prefix removed, lower-cased
 * @param name of the environment, as {@code kestra.environment}; null when not configured
 * @param url of this server, as {@code kestra.url}; null when not configured
 * @param recursiveRendering whether results are rendered again until they no longer change
 * @param zone of dates without one
 */
public record ExpressionEnvironment(
    Map<String, ?> globals,
    Map<String, String> envs,
    @Nullable String name,
    @Nullable String url,
    boolean recursiveRendering,
    ZoneId zone) {

  /** No globals, no environment variables, results rendered once. */
  public static ExpressionEnvironment in(ZoneId zone) {
    return new ExpressionEnvironment(Map.of(), Map.of(), null, null, false, zone);
  }

  Map<String, Object> variables() {
    Map<String, Object> server = new LinkedHashMap<>();
    if (name != null) {
      server.put("environment", name);
    }
    if (url != null) {
      server.put("url", url);
    }
    return Map.of("globals", globals, "envs", envs, "kestra", server);
  }
}
