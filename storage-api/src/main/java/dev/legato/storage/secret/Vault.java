package dev.legato.storage.secret;

import dev.legato.storage.SealedSecret;
import dev.legato.storage.SecretChange;
import dev.legato.storage.SecretStore;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Secrets by namespace and key. A namespace has the secrets of those above it, too, unless it has
 * its own of the same key. Safe for use by many threads.
 */
public final class Vault {
  private final SecretStore store;
  private final Keyring keys;

  public Vault(SecretStore store, Keyring keys) {
    this.store = store;
    this.keys = keys;
  }

  /**
   * Gives a key a secret, in place of the one that it has.
   *
   * @throws IllegalArgumentException when the key is not valid, in words for the user
   */
  public SealedSecret set(
      String namespace, String key, String secret, @Nullable String description) {
    String sealed = keys.seal(secret, purpose(namespace, key));
    return store.put(new SecretChange(namespace, key, sealed, description));
  }

  /**
   * The secret of a namespace, or of the nearest above that has it.
   *
   * @throws SealException when it cannot be opened
   */
  public Optional<String> find(String namespace, String key) {
    for (String place = namespace; !place.isEmpty(); place = above(place)) {
      Optional<SealedSecret> found = store.find(place, key);
      if (found.isPresent()) {
        return Optional.of(open(found.get()));
      }
    }
    return Optional.empty();
  }

  private String open(SealedSecret secret) {
    return keys.open(secret.sealed(), purpose(secret.namespace(), secret.key()));
  }

  /** The namespace that holds this one; empty for none. */
  public static String above(String namespace) {
    return namespace.substring(0, Math.max(0, namespace.lastIndexOf('.')));
  }

  /** What is known about all secrets, sorted by namespace, then by key. */
  public List<SealedSecret> all() {
    return store.all();
  }

  /** What is known about one secret of that very namespace. */
  public Optional<SealedSecret> describe(String namespace, String key) {
    return store.find(namespace, key);
  }

  /** Changes what people read about a secret; false when there is none. */
  public boolean describe(String namespace, String key, String description) {
    Optional<SealedSecret> found = store.find(namespace, key);
    found.ifPresent(
        secret -> store.put(new SecretChange(namespace, key, secret.sealed(), description)));
    return found.isPresent();
  }

  /**
   * Removes a secret of that very namespace.
   *
   * @return false when there was none
   */
  public boolean delete(String namespace, String key) {
    return store.delete(namespace, key);
  }

  /**
   * Seals all secrets anew that are sealed with an older key.
   *
   * @return how many
   * @throws SealException when the keys of some are not here: the server has got a wrong key
   */
  public int rotate() {
    List<SealedSecret> older =
        store.all().stream()
            .filter(secret -> !Keyring.keyOf(secret.sealed()).equals(keys.current()))
            .toList();
    var unknown = new TreeSet<String>();
    older.stream()
        .map(SealedSecret::sealed)
        .filter(text -> !keys.canOpen(text))
        .map(Keyring::keyOf)
        .forEach(unknown::add);
    if (!unknown.isEmpty()) {
      throw new SealException(
          "Stored secrets are sealed with keys that this server does not have (%s): give it the right encryption key, or the older one beside the new one"
              .formatted(String.join(", ", unknown)));
    }
    int resealed = 0;
    for (SealedSecret secret : older) {
      String sealed = keys.seal(open(secret), purpose(secret.namespace(), secret.key()));
      resealed += store.reseal(secret, sealed) ? 1 : 0;
    }
    return resealed;
  }

  /** No namespace or key has a line end in it. */
  private static String purpose(String namespace, String key) {
    return "secret\n" + namespace + "\n" + key;
  }
}
