package dev.legato.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.storage.SealedSecret;
import dev.legato.storage.SecretChange;
import dev.legato.storage.SecretStore;
import dev.legato.storage.secret.Keyring;
import dev.legato.storage.secret.SealException;
import dev.legato.storage.secret.Vault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that no backend ever sees as they are. */
public interface SecretStoreContract extends StorageContract {
  private SecretStore store() {
    return storage().secrets();
  }

  private Vault vault(int... keys) {
    return new Vault(store(), keyring(keys));
  }

  private static Keyring keyring(int... keys) {
    List<byte[]> all = new ArrayList<>();
    for (int key : keys) {
      byte[] bytes = new byte[Keyring.KEY_BYTES];
      Arrays.fill(bytes, (byte) key);
      all.add(bytes);
    }
    return new Keyring(all, new AtomicLong()::incrementAndGet);
  }

  @Test
  default void aSecretComesBackAndIsNotStoredAsItIs() {
    SealedSecret stored = vault(1).set("shop", "TOKEN", "hunter2\u0000\uD83D\uDE00", "for tests");

    assertThat(vault(1).find("shop", "TOKEN")).contains("hunter2\u0000\uD83D\uDE00");
    assertThat(stored.sealed()).doesNotContain("hunter2").startsWith(keyring(1).current() + ".");
    assertThat(stored.revision()).isEqualTo(1);
    assertThat(store().find("shop", "TOKEN")).contains(stored);
    assertThat(store().find("shop", "token")).isEmpty();
  }

  @Test
  default void aNamespaceHasTheSecretsOfThoseAbove() {
    vault(1).set("shop", "A", "of shop", null);
    vault(1).set("shop.eu", "A", "of shop.eu", null);

    assertThat(vault(1).find("shop.eu.west", "A")).contains("of shop.eu");
    assertThat(vault(1).find("shop.us", "A")).contains("of shop");
    assertThat(vault(1).find("sho", "A")).isEmpty();
    assertThat(vault(1).find("shop.eu", "B")).isEmpty();
  }

  @Test
  default void aNewSecretIsANewRevisionAndKeepsItsDescription() {
    vault(1).set("shop", "A", "one", "about it");
    SealedSecret second = vault(1).set("shop", "A", "two", null);

    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.description()).isEqualTo("about it");
    assertThat(vault(1).find("shop", "A")).contains("two");
    assertThat(vault(1).describe("shop", "A", "other")).isTrue();
    assertThat(vault(1).describe("shop", "A").map(SealedSecret::revision)).contains(2);
    assertThat(vault(1).delete("shop", "A")).isTrue();
    assertThat(vault(1).delete("shop", "A")).isFalse();
    assertThat(vault(1).all()).isEmpty();
  }

  @Test
  default void aSecretCannotBeOpenedInAnotherPlace() {
    String sealed = vault(1).set("shop", "A", "one", null).sealed();
    store().put(new SecretChange("shop", "B", sealed, null));

    assertThatThrownBy(() -> vault(1).find("shop", "B"))
        .isInstanceOf(SealException.class)
        .hasMessageContaining("belongs elsewhere");
  }

  @Test
  default void secretsAreSealedAnewWithANewKeyAndBothWorkMeanwhile() {
    vault(1).set("shop", "A", "one", null);

    assertThat(vault(2, 1).find("shop", "A")).contains("one");
    assertThat(vault(2, 1).rotate()).isEqualTo(1);
    assertThat(vault(2).find("shop", "A")).contains("one");
    assertThat(vault(2).rotate()).isZero();
    assertThat(store().find("shop", "A").map(SealedSecret::revision)).contains(1);
  }

  @Test
  default void aWrongKeyIsToldAtOnce() {
    vault(1).set("shop", "A", "one", null);

    assertThatThrownBy(() -> vault(2).rotate())
        .isInstanceOf(SealException.class)
        .hasMessageContaining(keyring(1).current())
        .hasMessageContaining("right encryption key");
    assertThat(vault(1).find("shop", "A")).contains("one");
  }

  @Test
  default void aSecretThatHasChangedMeanwhileIsNotReplaced() {
    SealedSecret first = vault(1).set("shop", "A", "one", null);
    vault(1).set("shop", "A", "two", null);

    assertThat(store().reseal(first, "x.y")).isFalse();
    assertThat(vault(1).find("shop", "A")).contains("two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a b", "a/b", "ä", "a\nb"})
  default void otherKeysAreRefused(String key) {
    assertThatThrownBy(() -> vault(1).set("shop", key, "x", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a secret's key has");
  }
}
