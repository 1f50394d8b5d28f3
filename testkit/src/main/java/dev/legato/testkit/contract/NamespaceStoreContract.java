package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.NASTY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.storage.NamespaceStore;
import dev.legato.storage.StoredNamespace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people have said about namespaces. */
public interface NamespaceStoreContract extends StorageContract {
  Instant FIRST = Instant.parse("2026-01-31T12:00:00Z");
  Instant LATER = Instant.parse("2026-02-01T12:00:00Z");

  private NamespaceStore store() {
    return storage().namespaces();
  }

  @Test
  default void aRecordComesBackAsItWas() {
    var plain = new StoredNamespace("shop", null, Map.of(), FIRST, FIRST);
    var full =
        new StoredNamespace(
            "shop.eu", NASTY, Map.of(NASTY, List.of(1, Map.of("a", NASTY))), FIRST, LATER);

    assertThat(store().all()).isEmpty();
    assertThat(store().add(full)).isTrue();
    assertThat(store().add(plain)).isTrue();

    assertThat(store().all()).containsExactly(plain, full);
  }

  @Test
  default void theSecondWhoAddsIsRefused() {
    var first = new StoredNamespace("shop", "first", Map.of("a", 1), FIRST, FIRST);
    store().add(first);

    assertThat(store().add(new StoredNamespace("shop", "second", Map.of(), LATER, LATER)))
        .isFalse();
    assertThat(store().all()).containsExactly(first);
  }

  @Test
  default void aRecordIsReplacedButStaysAsOldAsItIs() {
    store().put(new StoredNamespace("shop", "first", Map.of("a", 1), FIRST, FIRST));
    store().put(new StoredNamespace("shop", null, Map.of(), LATER, LATER));

    assertThat(store().all())
        .containsExactly(new StoredNamespace("shop", null, Map.of(), FIRST, LATER));
  }

  @Test
  default void aRecordIsRemovedOnce() {
    store().put(new StoredNamespace("shop", null, Map.of(), FIRST, FIRST));

    assertThat(store().delete("shop")).isTrue();
    assertThat(store().delete("shop")).isFalse();
    assertThat(store().all()).isEmpty();
  }
}
