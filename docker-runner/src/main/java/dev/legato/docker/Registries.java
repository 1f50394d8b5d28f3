package dev.legato.docker;

import com.github.dockerjava.api.model.AuthConfig;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.process.DockerRunner;
import dev.legato.plugin.process.DockerRunner.Credentials;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Who pulls images from where. */
final class Registries {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String HUB = "https://index.docker.io/v1/";

  private final DockerRunner runner;

  Registries(DockerRunner runner) {
    this.runner = runner;
  }

  /** As whom to pull an image; empty for nobody. */
  Optional<AuthConfig> credentials(String image) throws TaskFailure {
    String registry = registryOf(image);
    Credentials own = runner.credentials();
    if (own != null) {
      return Optional.of(
          new AuthConfig()
              .withRegistryAddress(own.registry() == null ? registry : own.registry())
              .withUsername(own.username())
              .withPassword(own.password())
              .withRegistrytoken(own.registryToken())
              .withIdentityToken(own.identityToken())
              .withAuth(own.auth()));
    }
    return configured(registry)
        .map(
            entry ->
                new AuthConfig()
                    .withRegistryAddress(registry)
                    .withUsername(text(entry, "username"))
                    .withPassword(text(entry, "password"))
                    .withRegistrytoken(text(entry, "registrytoken"))
                    .withIdentityToken(text(entry, "identitytoken"))
                    .withAuth(text(entry, "auth")));
  }

  /** The first part of an image's name is a registry when it looks like a host. */
  private static String registryOf(String image) {
    int slash = image.indexOf('/');
    String first = slash < 0 ? "" : image.substring(0, slash);
    return first.contains(".") || first.contains(":") || first.equals("localhost") ? first : HUB;
  }

  private Optional<Map<?, ?>> configured(String registry) throws TaskFailure {
    Object config = runner.config();
    if (config instanceof String text) {
      config = parsed(text);
    }
    if (config instanceof Map<?, ?> all
        && all.get("auths") instanceof Map<?, ?> registries
        && registries.get(registry) instanceof Map<?, ?> entry) {
      return Optional.of(entry);
    }
    return Optional.empty();
  }

  private static @Nullable Object parsed(String text) throws TaskFailure {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JacksonException e) {
      throw new TaskFailure(
          "'config' must be the JSON of a Docker configuration, but is no JSON.", e);
    }
  }

  private static @Nullable String text(Map<?, ?> entry, String key) {
    return entry.get(key) instanceof String text ? text : null;
  }
}
