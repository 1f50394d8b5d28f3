package dev.legato.plugins.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.flow.FlowRevisionPurge;
import dev.legato.plugins.core.FakeContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeFlowsTest {
  @TempDir private Path directory;

  private FlowRevisionPurge asked(Map<String, ?> properties) throws Exception {
    var context = new FakeContext(directory);
    context.run("flow.PurgeFlows", properties);
    return context.purges.getLast();
  }

  @Test
  void asksForAllFlowsAndKeepsTheNewestUnlessItSaysOtherwise() throws Exception {
    assertThat(asked(Map.of())).isEqualTo(new FlowRevisionPurge(List.of(), true, null, 1));
    assertThat(
            asked(
                Map.of(
                    "namespacePattern",
                    "shop.*",
                    "flowPattern",
                    "load-*",
                    "behavior",
                    Map.of("type", "version", "keepAmount", 5),
                    "includeChildNamespaces",
                    false)))
        .isEqualTo(new FlowRevisionPurge(List.of("shop.*"), false, "load-*", 5));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(
            () -> asked(Map.of("namespaces", List.of("shop"), "namespacePattern", "shop")))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("not both");
    assertThatThrownBy(() -> asked(Map.of("behavior", Map.of("type", "key"))))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("'key' is not known; use 'version'");
  }
}
