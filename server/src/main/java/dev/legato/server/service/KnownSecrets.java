package dev.legato.server.service;

import dev.legato.language.secret.Seal;
import dev.legato.orchestrator.expression.SecretSource;
import dev.legato.rest.secret.SecretPorts;
import dev.legato.server.config.SecretConfig;
import dev.legato.server.security.MasterKeys;
import dev.legato.storage.Storage;
import dev.legato.storage.secret.Keyring;
import dev.legato.storage.secret.Vault;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Secrets of a namespace and those above it, then those of the environment. */
public final class KnownSecrets implements SecretSource {
  private final Vault vault;
  private final EnvironmentSecrets environment;
  private final Seal seal;

  private KnownSecrets(Vault vault, EnvironmentSecrets environment, Seal seal) {
    this.vault = vault;
    this.environment = environment;
    this.seal = seal;
  }

  /**
   * Takes the keys, and seals anew what an older one has sealed.
   *
   * @param random must be cryptographically strong
   * @throws dev.legato.storage.StorageException when a key cannot be used or is the wrong one
   */
  public static KnownSecrets open(
      SecretConfig config, Storage storage, Path dataDirectory, RandomGenerator random) {
    Keyring keys = MasterKeys.load(config.keys(), dataDirectory, random);
    var vault = new Vault(storage.secrets(), keys);
    vault.rotate();
    return new KnownSecrets(
        vault, new EnvironmentSecrets(config.environment()), new KeyringSeal(keys));
  }

  /** The same without a change to the data directory: no key is made, and nothing sealed anew. */
  public static KnownSecrets openToRead(
      SecretConfig config, Storage storage, Path dataDirectory, RandomGenerator random) {
    Keyring keys = MasterKeys.find(config.keys(), dataDirectory, random);
    return new KnownSecrets(
        new Vault(storage.secrets(), keys),
        new EnvironmentSecrets(config.environment()),
        new KeyringSeal(keys));
  }

  /** What secrets among inputs and outputs are sealed with. */
  public Seal seal() {
    return seal;
  }

  /** Secrets as clients set and list them. */
  public SecretPorts ports() {
    return new SecretPorts(vault, environment.names());
  }

  @Override
  public Optional<String> find(String namespace, String key) {
    return vault
        .find(namespace, key)
        .or(() -> inUpperCase(namespace, key))
        .or(() -> environment.find(namespace, key));
  }

  /** As flows find secrets of the environment. */
  private Optional<String> inUpperCase(String namespace, String key) {
    String upper = key.toUpperCase(Locale.ROOT);
    return upper.equals(key) ? Optional.empty() : vault.find(namespace, upper);
  }
}
