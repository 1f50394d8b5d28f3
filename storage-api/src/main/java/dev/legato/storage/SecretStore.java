package dev.legato.storage;

import java.util.List;
import java.util.Optional;

/** Sealed secrets by namespace and key. Methods return when their effect is durable. */
public interface SecretStore {
  /** Gives a key a secret, in place of the one that it has. */
  SealedSecret put(SecretChange change);

  /** The secret of a key in that very namespace. */
  Optional<SealedSecret> find(String namespace, String key);

  /** All secrets of all namespaces, sorted by namespace, then by key. */
  List<SealedSecret> all();

  /**
   * Replaces the sealed text of a secret by the same secret under another key.
   *
   * @param before what is to be replaced
   * @return false when the secret has changed meanwhile: nothing has happened
   */
  boolean reseal(SealedSecret before, String sealed);

  /**
   * Removes a secret.
   *
   * @return false when there was none
   */
  boolean delete(String namespace, String key);
}
