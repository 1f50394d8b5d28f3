package dev.legato.server.service;

import dev.legato.language.secret.Seal;
import dev.legato.storage.secret.Keyring;
import dev.legato.storage.secret.SealException;

/** Seals secrets among inputs and outputs with the keys of the server. */
final class KeyringSeal implements Seal {
  private static final String PURPOSE = "value";

  private final Keyring keys;

  KeyringSeal(Keyring keys) {
    this.keys = keys;
  }

  @Override
  public boolean isPossible() {
    return true;
  }

  @Override
  public String close(String secret) {
    return keys.seal(secret, PURPOSE);
  }

  @Override
  public String open(String sealed) throws UnreadableException {
    try {
      return keys.open(sealed, PURPOSE);
    } catch (SealException e) {
      throw new UnreadableException(String.valueOf(e.getMessage()));
    }
  }
}
