package dev.legato.plugins.core.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.keyvalue.KeyValuePurge;
import dev.legato.plugin.keyvalue.KeyValueType;
import dev.legato.plugin.keyvalue.NewKeyValue;
import dev.legato.plugins.core.FakeContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tasks about values by key, and about states, which are kept as such. */
class KeyValueTasksTest {
  @TempDir private static Path folder;

  private final FakeContext context = new FakeContext(folder);

  static Stream<Arguments> values() {
    return Stream.of(
        arguments("text", null, "text"),
        arguments("{{ 1 }}", null, 1),
        arguments(5, null, 5),
        arguments(List.of("{{ 1 }}", true), null, List.of(1, true)),
        arguments(Map.of("a", Map.of("b", "{{ 1 }}")), null, Map.of("a", Map.of("b", 1))),
        arguments("{\"a\": [1]}", "JSON", Map.of("a", List.of(1))),
        arguments("{\"a\": [1]}", null, "{\"a\": [1]}"),
        arguments("2026-05-04T00:00:00Z", "DATETIME", "2026-05-04T00:00:00Z"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void setKeepsTheTypeOfItsValue(Object written, String type, Object kept) throws Exception {
    context.templates = (template, _) -> template.equals("{{ 1 }}") ? (Object) 1 : template;

    context.run(
        "kv.Set",
        type == null
            ? Map.of("key", "k", "value", written)
            : Map.of("key", "k", "value", written, "kvType", type));

    KeyValueType asked = type == null ? null : KeyValueType.valueOf(type);
    assertThat(context.values.values)
        .isEqualTo(Map.of("shop.eu/k", new NewKeyValue(kept, asked, null, true)));
  }

  @Test
  void setTakesANamespaceALifetimeAndMayRefuseToOverwrite() throws Exception {
    Map<String, Object> properties =
        Map.of("key", "k", "value", "v", "namespace", "other", "ttl", "P7D", "overwrite", false);

    context.run("kv.Put", properties);

    assertThat(context.values.values.get("other/k").lifetime()).isEqualTo(Duration.ofDays(7));
    assertThatThrownBy(() -> context.run("kv.Set", properties)).isInstanceOf(TaskFailure.class);
  }

  @Test
  void setRefusesNullAndTextThatIsNoJson() {
    assertThatThrownBy(
            () -> context.run("kv.Set", Map.of("key", "k", "value", "{a", "kvType", "JSON")))
        .hasMessageContaining("The value of the key 'k' is no valid JSON");
    context.templates = (_, _) -> null;
    assertThatThrownBy(() -> context.run("kv.Set", Map.of("key", "k", "value", "{{ null }}")))
        .hasMessageContaining("is null");
  }

  @Test
  void getReadsAValueAndMayInsistOnIt() throws Exception {
    context.values.set("shop.eu", "k", NewKeyValue.of(Map.of("a", 1)));

    assertThat(context.run("kv.Get", Map.of("key", "k"))).isEqualTo(new Get.Result(Map.of("a", 1)));
    assertThat(context.run("kv.Get", Map.of("key", "gone"))).isEqualTo(new Get.Result(null));
    assertThatThrownBy(() -> context.run("kv.Get", Map.of("key", "gone", "errorOnMissing", true)))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("'shop.eu' has no key 'gone'");
    context.values.set("shop", "above", NewKeyValue.of(1));
    assertThat(context.run("kv.Get", Map.of("key", "above"))).isEqualTo(new Get.Result(1));
    assertThat(context.run("kv.Get", Map.of("key", "above", "namespace", "shop.eu")))
        .isEqualTo(new Get.Result(null));
    assertThat(context.run("kv.Get", Map.of("key", "k", "namespace", " ")))
        .isEqualTo(new Get.Result(Map.of("a", 1)));
  }

  @Test
  void getKeysListsKeysWithAPrefix() throws Exception {
    for (String key : List.of("b2", "b1", "a")) {
      context.values.set("shop.eu", key, NewKeyValue.of(1));
    }

    assertThat(context.run("kv.GetKeys", Map.of("prefix", "b")))
        .isEqualTo(new GetKeys.Result(List.of("b1", "b2")));
    assertThat(context.run("kv.GetKeys", Map.of("namespace", "other")))
        .isEqualTo(new GetKeys.Result(List.of()));
  }

  @Test
  void deleteSaysWhetherThereWasAKeyAndMayInsistOnIt() throws Exception {
    context.values.set("shop.eu", "k", NewKeyValue.of(1));

    assertThat(context.run("kv.Delete", Map.of("key", "k"))).isEqualTo(new Delete.Result(true));
    assertThat(context.run("kv.Delete", Map.of("key", "k"))).isEqualTo(new Delete.Result(false));
    assertThatThrownBy(() -> context.run("kv.Delete", Map.of("key", "k", "errorOnMissing", true)))
        .hasMessageContaining("has no key 'k'");
  }

  @Test
  void purgeRemovesWhatHasExpiredUnlessToldOtherwise() throws Exception {
    assertThat(context.run("kv.PurgeKV", Map.of())).isEqualTo(new PurgeKV.Result(7));
    assertThat(context.values.purged).isEqualTo(new KeyValuePurge(List.of(), true, null, true));

    context.run(
        "kv.PurgeKV",
        Map.of(
            "namespacePattern",
            "shop.*",
            "keyPattern",
            "cart_*",
            "includeChildNamespaces",
            false,
            "behavior",
            Map.of("type", "key", "expiredOnly", false)));
    assertThat(context.values.purged)
        .isEqualTo(new KeyValuePurge(List.of("shop.*"), false, "cart_*", false));
  }

  @Test
  void purgeOfVersionsHasNothingToRemove() throws Exception {
    Map<String, Object> behavior =
        Map.of("type", "io.kestra.plugin.core.kv.Version", "keepAmount", 1);

    assertThat(context.run("kv.PurgeKV", Map.of("behavior", behavior)))
        .isEqualTo(new PurgeKV.Result(0));
    assertThat(context.values.purged).isNull();
    assertThatThrownBy(() -> context.run("kv.PurgeKV", Map.of("behavior", Map.of("type", "all"))))
        .hasMessageContaining("use 'key' or 'version'");
  }

  @Test
  void aStateIsMergedReadAndRemoved() throws Exception {
    context.run(
        "state.Set", Map.of("data", Map.of("a", Map.of("x", 1), "l", List.of(1), "k", "old")));
    Record set =
        context.run(
            "state.Set", Map.of("data", Map.of("a", Map.of("y", 2), "l", List.of(2), "k", "new")));

    assertThat(set).asString().startsWith("Result[count=3, key=state.orders.default.");
    assertThat(context.run("state.Get", Map.of()))
        .isEqualTo(
            new dev.legato.plugins.core.state.Get.Result(
                3, Map.of("a", Map.of("x", 1, "y", 2), "l", List.of(1, 2), "k", "new")));
    assertThat(context.run("state.Delete", Map.of())).hasToString("Result[deleted=true]");
    assertThat(context.run("state.Get", Map.of())).hasToString("Result[count=0, data={}]");
  }

  @Test
  void statesOfFlowsNamespacesNamesAndLoopValuesAreApart() throws Exception {
    FakeContext loop = new FakeContext(folder, "fr");
    Map<String, Object> data = Map.of("data", Map.of("a", 1));

    for (FakeContext each : List.of(context, loop)) {
      each.run("state.Set", data);
      each.run("state.Set", Map.of("data", Map.of("a", 1), "namespace", true));
      each.run("state.Set", Map.of("data", Map.of("a", 1), "name", "an odd/näme"));
      each.run("state.Set", Map.of("data", Map.of("a", 1), "taskrunValue", false));
    }

    assertThat(context.values.values).hasSize(3); // without a value the last one is the first one
    assertThat(loop.values.values).hasSize(4);
    assertThat(loop.values.values.keySet())
        .allMatch(key -> key.matches("shop\\.eu/[a-zA-Z0-9][a-zA-Z0-9._-]*"))
        .doesNotContain(context.run("state.Set", data).toString());
  }

  @Test
  void aMissingStateFailsWhereThatIsWanted() {
    for (String type : List.of("state.Get", "state.Delete")) {
      assertThatThrownBy(() -> context.run(type, Map.of("errorOnMissing", true, "name", "n")))
          .isInstanceOf(TaskFailure.class)
          .hasMessage("The flow 'shop.eu.orders' has no state 'n'.");
    }
  }
}
