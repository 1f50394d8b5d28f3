package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateRequest;
import dev.legato.orchestrator.flow.FlowOutcome.Saved;
import dev.legato.server.config.ServerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code flow.PurgeFlows} as flows use it. */
class FlowPurgeTest {
  @TempDir private Path data;
  private Application application;

  @BeforeEach
  void start() {
    application = Application.start(data, ServerConfig.DEFAULTS);
  }

  @AfterEach
  void stop() {
    application.close();
  }

  private FlowId save(String namespace, String id, String message, boolean draft) {
    String source =
        """
        id: %s
        namespace: %s
        draft: %s
        tasks:
          - {id: wait, type: io.kestra.plugin.core.flow.Pause}
          - {id: say, type: io.kestra.plugin.core.log.Log, message: %s}
        """
            .formatted(id, namespace, draft, message);
    assertThat(application.flows().save(source)).isInstanceOf(Saved.class);
    return new FlowId(namespace, id);
  }

  private List<Integer> revisions(FlowId flow) {
    return application.flows().revisions(flow).stream().map(r -> r.stored().revision()).toList();
  }

  private Object purge(int keep) throws Exception {
    String source =
        """
        id: clean
        namespace: system
        tasks:
          - id: purge
            type: io.kestra.plugin.core.flow.PurgeFlows
            namespacePattern: "sho*"
            behavior:
              type: version
              keepAmount: %d
        """
            .formatted(keep);
    var ended = new Runs(application).run(source, Map.of());
    assertThat(ended.execution().status()).isEqualTo(ExecutionStatus.SUCCESS);
    return ended.taskRuns().getFirst().outputs().get("size");
  }

  @Test
  void olderRevisionsGoAndTheNewestStay() throws Exception {
    FlowId orders = new FlowId("shop.eu", "orders");
    FlowId other = new FlowId("bank", "orders");
    for (String message : List.of("a", "b", "c", "d")) {
      save("shop.eu", "orders", message, false);
      save("bank", "orders", message, false);
    }

    assertThat(purge(2)).hasToString("2");
    assertThat(revisions(orders)).containsExactly(3, 4);
    assertThat(revisions(other)).containsExactly(1, 2, 3, 4);
    assertThat(purge(1)).hasToString("1");
    assertThat(revisions(orders)).containsExactly(4);
  }

  @Test
  void whatRunsAndWhatIsToRunNextStays() throws Exception {
    FlowId orders = save("shop", "orders", "a", false);
    var created = (Created) application.executions().create(CreateRequest.of(orders, Map.of()));
    new Runs(application)
        .await(created.execution().id(), now -> now.execution().status() == ExecutionStatus.PAUSED);
    save("shop", "orders", "b", false);
    save("shop", "orders", "c", false);
    save("shop", "orders", "d", true);

    assertThat(purge(1)).hasToString("1");
    assertThat(revisions(orders)).containsExactly(1, 3, 4);
  }
}
