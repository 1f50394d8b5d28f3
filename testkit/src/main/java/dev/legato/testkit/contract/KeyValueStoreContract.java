package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.NASTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.InvalidSearchException;
import dev.legato.storage.KeyValue;
import dev.legato.storage.KeyValueChange;
import dev.legato.storage.KeyValueEntry;
import dev.legato.storage.KeyValueField;
import dev.legato.storage.KeyValueStore;
import dev.legato.storage.KeyValueStore.Lookup;
import dev.legato.storage.KeyValueType;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that flows share. */
public interface KeyValueStoreContract extends StorageContract {
  String NAMESPACE = "company.team";

  /** The clock of {@link #storage}. */
  MovedClock clock();

  private KeyValueStore store() {
    return storage().keyValues();
  }

  private static KeyValueChange text(String key, String value) {
    return change(NAMESPACE, key, value, null);
  }

  private static KeyValueChange change(
      String namespace, String key, String value, @Nullable Duration timeToLive) {
    return new KeyValueChange(
        namespace, key, new KeyValue(KeyValueType.STRING, value), null, timeToLive);
  }

  private static KeyValueChange shortLived(String key, String value) {
    return change(NAMESPACE, key, value, Duration.ofSeconds(10));
  }

  private Object value(String key) {
    return store().find(NAMESPACE, key).live().orElseThrow().value().value();
  }

  private static Filter<KeyValueField> filter(
      KeyValueField field, Operator operator, String... values) {
    return Filter.of(field, operator, values);
  }

  /** Keys of what one filter finds, in their order. */
  private String search(KeyValueField field, Operator operator, String... values) {
    var page = new PageRequest<>(1, 100, List.of(new Sort<>(KeyValueField.KEY, false)));
    return String.join(
        " ",
        store().search(List.of(filter(field, operator, values)), page).results().stream()
            .map(KeyValueEntry::key)
            .toList());
  }

  @Test
  default void aKeyThatWasNeverSetIsMissing() {
    assertThat(store().find(NAMESPACE, "a")).isEqualTo(new Lookup.Missing());
    assertThat(store().keys(NAMESPACE, "")).isEmpty();
    assertThat(store().delete(NAMESPACE, "a")).isFalse();
  }

  static Stream<KeyValue> values() {
    return Stream.of(
        new KeyValue(KeyValueType.STRING, NASTY),
        new KeyValue(KeyValueType.STRING, ""),
        new KeyValue(KeyValueType.STRING, "x".repeat(2_000_000)),
        new KeyValue(KeyValueType.NUMBER, 42),
        new KeyValue(KeyValueType.NUMBER, -1L << 40),
        new KeyValue(KeyValueType.NUMBER, 0.1),
        new KeyValue(KeyValueType.NUMBER, new BigInteger("123456789012345678901234567890")),
        new KeyValue(KeyValueType.NUMBER, new BigDecimal("0.1234567890123456789")),
        new KeyValue(KeyValueType.BOOLEAN, true),
        new KeyValue(KeyValueType.BOOLEAN, false),
        new KeyValue(KeyValueType.DATETIME, "2026-01-31T12:00:00.123456Z"),
        new KeyValue(KeyValueType.DATE, "2026-01-31"),
        new KeyValue(KeyValueType.DURATION, "PT5M"),
        new KeyValue(KeyValueType.JSON, Samples.values()),
        new KeyValue(KeyValueType.JSON, Map.of()),
        new KeyValue(KeyValueType.JSON, Arrays.asList(1, null, Map.of("a", List.of("b")))));
  }

  @ParameterizedTest
  @MethodSource("values")
  default void everyValueComesBackEqual(KeyValue value) {
    KeyValueEntry stored = store().put(new KeyValueChange(NAMESPACE, "a", value, NASTY, null));

    assertThat(stored)
        .isEqualTo(
            new KeyValueEntry(
                NAMESPACE, "a", value, NASTY, 1, clock().instant(), clock().instant(), null));
    assertThat(store().find(NAMESPACE, "a")).isEqualTo(new Lookup.Found(stored));
  }

  @Test
  default void aNewValueIsANewRevisionAndKeepsTheDescription() {
    Instant created = clock().instant();
    store()
        .put(
            new KeyValueChange(
                NAMESPACE,
                "a",
                new KeyValue(KeyValueType.STRING, "old"),
                "what it is for",
                Duration.ofDays(1)));
    clock().advance(Duration.ofSeconds(5));

    KeyValueEntry second =
        store()
            .put(
                new KeyValueChange(
                    NAMESPACE, "a", new KeyValue(KeyValueType.NUMBER, 2), null, null));

    assertThat(second)
        .isEqualTo(
            new KeyValueEntry(
                NAMESPACE,
                "a",
                new KeyValue(KeyValueType.NUMBER, 2),
                "what it is for",
                2,
                created,
                created.plusSeconds(5),
                null));
    assertThat(store().find(NAMESPACE, "a")).isEqualTo(new Lookup.Found(second));
  }

  @Test
  default void aKeyWithAValueIsNotSetWhenItMustBeAbsent() {
    assertThat(store().putIfAbsent(text("a", "first"))).isPresent();

    assertThat(store().putIfAbsent(text("a", "second"))).isEmpty();
    assertThat(value("a")).isEqualTo("first");
  }

  @Test
  default void aKeyExpiresAtTheInstantAndNotBefore() {
    store().put(shortLived("a", "x"));

    clock().advance(Duration.ofSeconds(10).minusNanos(1_000));
    assertThat(store().find(NAMESPACE, "a")).isInstanceOf(Lookup.Found.class);
    assertThat(store().keys(NAMESPACE, "")).containsExactly("a");
    assertThat(search(KeyValueField.KEY, Operator.EQUALS, "a")).isEqualTo("a");

    clock().advance(Duration.ofNanos(1_000));
    assertThat(store().find(NAMESPACE, "a")).isInstanceOf(Lookup.Expired.class);
    assertThat(store().find(NAMESPACE, "a").live()).isEmpty();
    assertThat(store().keys(NAMESPACE, "")).isEmpty();
    assertThat(search(KeyValueField.KEY, Operator.EQUALS, "a")).isEmpty();
    assertThat(store().delete(NAMESPACE, "a")).isFalse();
  }

  @Test
  default void aKeyThatHasExpiredCanBeSetAsIfItWereNew() {
    store().put(shortLived("a", "old"));
    store().put(shortLived("b", "old"));
    clock().advance(Duration.ofMinutes(1));

    KeyValueEntry a = store().putIfAbsent(text("a", "new")).orElseThrow();
    KeyValueEntry b = store().put(text("b", "new"));

    assertThat(List.of(a, b))
        .allSatisfy(
            entry -> {
              assertThat(entry.revision()).isEqualTo(1);
              assertThat(entry.createdAt()).isEqualTo(clock().instant());
              assertThat(entry.expiresAt()).isNull();
            });
  }

  @Test
  default void aDeletedKeyIsMissingAndOthersStay() {
    store().put(text("a", "1"));
    store().put(text("b", "2"));
    store().put(change("other", "a", "3", null));

    assertThat(store().delete(NAMESPACE, "a")).isTrue();

    assertThat(store().find(NAMESPACE, "a")).isEqualTo(new Lookup.Missing());
    assertThat(value("b")).isEqualTo("2");
    assertThat(store().find("other", "a").live()).isPresent();
  }

  @ParameterizedTest(name = "prefix ''{0}'': {1}")
  @CsvSource({"'', A a a_b ab b", "a, a a_b ab", "a_, a_b", "%, ''", "ab, ab", "c, ''"})
  default void keysBeginWithThePrefixAndAreSorted(String prefix, String expected) {
    List.of("b", "ab", "a", "A", "a_b").forEach(key -> store().put(text(key, "x")));
    store().put(change("company", "a0", "x", null));

    assertThat(String.join(" ", store().keys(NAMESPACE, prefix))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          NAMESPACE , EQUALS       , company           , b
          NAMESPACE , PREFIX       , company           , a b d
          NAMESPACE , NOT_EQUALS   , company           , a c d
          KEY       , EQUALS       , a                 , a
          KEY       , STARTS_WITH  , a                 , a
          KEY       , IN           , a|c|none          , a c
          KEY       , REGEX        , ^[a-b]$           , a b
          TYPE      , EQUALS       , STRING            , a b c
          TYPE      , EQUALS       , JSON              , d
          UPDATED_AT, GREATER_THAN , 2000-01-01T00:00:00Z, a b c d
          CREATED_AT, LESS_THAN    , 2000-01-01T00:00:00Z, ``
          EXPIRES_AT, GREATER_THAN , 2000-01-01T00:00:00Z, c
          QUERY     , EQUALS       , COMP              , a b d
          QUERY     , EQUALS       , some words        , d
          """)
  default void findsByFieldAndOperator(
      KeyValueField field, Operator operator, String values, String expected) {
    store().put(change("company.team", "a", "x", null));
    store().put(change("company", "b", "x", null));
    store().put(change("other", "c", "x", Duration.ofDays(1)));
    store()
        .put(
            new KeyValueChange(
                "company.team",
                "d",
                new KeyValue(KeyValueType.JSON, Map.of()),
                "some Words",
                null));

    assertThat(search(field, operator, values.split("\\|", -1))).isEqualTo(expected);
  }

  @Test
  default void entriesComeInPages() {
    IntStream.range(0, 25).forEach(i -> store().put(text("k%02d".formatted(i), "x")));

    var sort = List.of(new Sort<>(KeyValueField.KEY, true));
    var page = store().search(List.of(), new PageRequest<>(3, 10, sort));

    assertThat(page.total()).isEqualTo(25);
    assertThat(page.results().stream().map(KeyValueEntry::key))
        .containsExactly("k04", "k03", "k02", "k01", "k00");
    assertThatThrownBy(
            () ->
                store()
                    .search(
                        List.of(),
                        new PageRequest<>(1, 1, List.of(new Sort<>(KeyValueField.QUERY, false)))))
        .isInstanceOf(InvalidSearchException.class);
  }

  @Test
  default void aPurgeTakesOnlyWhatMatchesAndHasExpired() {
    store().put(shortLived("old-a", "x"));
    store().put(shortLived("old-b", "x"));
    store().put(text("old-c", "x"));
    store().put(shortLived("new", "x"));
    clock().advance(Duration.ofMinutes(1));

    var old = List.of(filter(KeyValueField.KEY, Operator.STARTS_WITH, "old"));
    assertThat(store().purge(old, true)).isEqualTo(2);

    assertThat(store().find(NAMESPACE, "old-a")).isEqualTo(new Lookup.Missing());
    assertThat(store().find(NAMESPACE, "new")).isInstanceOf(Lookup.Expired.class);
    assertThat(value("old-c")).isEqualTo("x");
    assertThat(store().purge(old, false)).isEqualTo(1);
    assertThat(store().find(NAMESPACE, "old-c")).isEqualTo(new Lookup.Missing());
    assertThat(store().purge(List.of(), true)).isEqualTo(1);
  }

  @Test
  default void aPurgeKnowsPatterns() {
    store().put(text("cart_1", "x"));
    store().put(text("cart_2", "x"));
    store().put(text("order_1", "x"));

    var carts = List.of(filter(KeyValueField.KEY, Operator.REGEX, "^cart_.*$"));
    assertThat(store().purge(carts, false)).isEqualTo(2);
    assertThat(value("order_1")).isEqualTo("x");
  }

  @Test
  default void ofManyWhoSetAnAbsentKeyOneSucceeds() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var attempts = new ArrayList<CompletableFuture<Boolean>>();
      for (int i = 0; i < 20; i++) {
        String value = "v" + i;
        attempts.add(
            CompletableFuture.supplyAsync(
                () -> store().putIfAbsent(text("a", value)).isPresent(), threads));
      }
      assertThat(attempts.stream().filter(CompletableFuture::join)).hasSize(1);
    }
  }

  @Test
  default void noChangeIsLostWhenManyWriteAtOnce() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writes =
          IntStream.range(0, 50)
              .mapToObj(i -> CompletableFuture.runAsync(() -> store().put(text("a", "v")), threads))
              .toList();
      writes.forEach(CompletableFuture::join);
    }
    assertThat(store().find(NAMESPACE, "a").live().orElseThrow().revision()).isEqualTo(50);
  }
}
