package dev.legato.plugins.core.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.plugins.core.FakeContext;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToggleTest {
  @TempDir private Path directory;

  @Test
  void switchesATriggerOfItsOwnFlowUnlessItSaysOtherwise() throws Exception {
    var context = new FakeContext(directory);

    new Toggle(null, null, "daily", false).run(context);
    new Toggle("shop", "orders", "hourly", true).run(context);

    assertThat(context.switches)
        .containsExactly(
            "%s/%s/daily off".formatted(context.attempt().namespace(), context.attempt().flowId()),
            "shop/orders/hourly on");
  }
}
