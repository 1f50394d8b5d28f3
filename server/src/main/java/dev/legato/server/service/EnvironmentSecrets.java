package dev.legato.server.service;

import dev.legato.orchestrator.expression.SecretSource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Secrets that the environment of the process holds, the same for all namespaces. */
public final class EnvironmentSecrets implements SecretSource {
  private static final Logger log = LoggerFactory.getLogger(EnvironmentSecrets.class);

  private final Map<String, String> clear = new HashMap<>();

  /**
   * Decodes secrets; one that cannot be decoded is left out with a warning.
   *
   * @param encoded in Base64, by name
   */
  public EnvironmentSecrets(Map<String, String> encoded) {
    encoded.forEach(
        (name, value) -> {
          try {
            byte[] bytes = Base64.getMimeDecoder().decode(value.strip());
            clear.put(
                name.toUpperCase(Locale.ROOT), new String(bytes, StandardCharsets.UTF_8).strip());
          } catch (IllegalArgumentException _) {
            log.atWarn()
                .addKeyValue("secret", name)
                .log("a secret is not in Base64, leaving it out");
          }
        });
  }

  @Override
  public Optional<String> find(String namespace, String key) {
    return Optional.ofNullable(clear.get(key.toUpperCase(Locale.ROOT)));
  }
}
