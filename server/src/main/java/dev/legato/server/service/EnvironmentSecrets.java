package dev.legato.server.service;

import dev.legato.orchestrator.expression.SecretSource;
import dev.legato.orchestrator.expression.UnreadableSecretException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Secrets that the environment of the process holds, the same for all namespaces. */
public final class EnvironmentSecrets implements SecretSource {
  private static final Logger log = LoggerFactory.getLogger(EnvironmentSecrets.class);

  private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]+");

  private final Map<String, String> clear = new HashMap<>();
  private final Set<String> unreadable = new HashSet<>();

  /**
   * Decodes secrets; one that cannot be decoded is warned of, and refused when somebody uses it.
   *
   * @param encoded in Base64, by name
   */
  public EnvironmentSecrets(Map<String, String> encoded) {
    encoded.forEach(
        (name, value) -> {
          String key = name.toUpperCase(Locale.ROOT);
          try {
            // the command base64 breaks lines; anything else that is not Base64 is a mistake
            byte[] bytes =
                Base64.getDecoder().decode(LINE_BREAKS.matcher(value.strip()).replaceAll(""));
            clear.put(key, new String(bytes, StandardCharsets.UTF_8).strip());
          } catch (IllegalArgumentException _) {
            unreadable.add(key);
            log.atWarn().addKeyValue("secret", name).log("a secret is not in Base64");
          }
        });
  }

  /** All names, sorted. */
  public List<String> names() {
    return clear.keySet().stream().sorted().toList();
  }

  @Override
  public Optional<String> find(String namespace, String key) {
    String name = key.toUpperCase(Locale.ROOT);
    if (unreadable.contains(name)) {
      throw new UnreadableSecretException(
          "the environment variable SECRET_%s is not in Base64; set it to the output of `base64`"
              .formatted(name));
    }
    return Optional.ofNullable(clear.get(name));
  }
}
