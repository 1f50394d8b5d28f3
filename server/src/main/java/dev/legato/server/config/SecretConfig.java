package dev.legato.server.config;

import java.util.List;
import java.util.Map;

/**
 * Secrets and the keys for them.
 *
 * @param environment secrets by name, as the environment has them: in Base64
 * @param keys in Base64: the one that new secrets are sealed with, then older ones; none to have
 *     one made in the data directory
 */
public record SecretConfig(Map<String, String> environment, List<String> keys) {
  public static final SecretConfig NONE = new SecretConfig(Map.of(), List.of());

  /** Says nothing of secrets. */
  @Override
  public String toString() {
    return "SecretConfig[environment=%d, keys=%d]".formatted(environment.size(), keys.size());
  }
}
