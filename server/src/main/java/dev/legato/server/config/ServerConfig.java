package dev.legato.server.config;

import dev.legato.language.expression.ExpressionEnvironment;
import dev.legato.rest.RestConfig;
import java.time.ZoneId;

/**
 * All that can be configured.
 *
 * @param http where the server listens and who may use it
 * @param expressions what every expression sees
 */
public record ServerConfig(RestConfig http, ExpressionEnvironment expressions) {
  public static final ServerConfig DEFAULTS =
      new ServerConfig(RestConfig.DEFAULTS, ExpressionEnvironment.in(ZoneId.systemDefault()));

  public ServerConfig withHttp(RestConfig other) {
    return new ServerConfig(other, expressions);
  }
}
