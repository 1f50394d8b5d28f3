package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TemplateId;
import dev.legato.orchestrator.execution.Action.Resume;
import dev.legato.orchestrator.execution.ActionOutcome.Done;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateRequest;
import dev.legato.orchestrator.template.TemplateOutcome;
import dev.legato.server.config.ServerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An execution goes on with the templates that it began with, whatever becomes of them. */
class TemplateRevisionsTest {
  private static final TemplateId TEMPLATE = new TemplateId("test", "greet");

  private static final String FLOW =
      """
      id: uses
      namespace: test
      tasks:
        - id: wait
          type: io.kestra.plugin.core.flow.Pause
        - id: use
          type: io.kestra.plugin.core.flow.Template
          namespace: test
          templateId: greet
      """;

  @TempDir Path directory;
  private Application application;

  @BeforeEach
  void start() {
    application = Application.start(directory, ServerConfig.DEFAULTS);
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void aChangedTemplateIsForNewExecutionsOnly() throws Exception {
    save("say", "one");
    ExecutionId before = begin();
    save("tell", "two");
    ExecutionId after = begin();

    assertThat(log(before)).containsExactly("one");
    assertThat(log(after)).containsExactly("two");
  }

  @Test
  void anExecutionKeepsItsTemplateWhenTheServerStartsAnew() throws Exception {
    save("say", "one");
    ExecutionId id = begin();
    save("tell", "two");
    application.templates().delete(TEMPLATE);
    stop();
    start();

    assertThat(log(id)).containsExactly("one");
  }

  @Test
  void aTemplateThatDoesNotExistFailsTheExecution() throws Exception {
    ExecutionId id = begin();

    assertThat(log(id)).containsExactly("There is no template 'test.greet'.");
    assertThat(application.storage().executions().find(id).orElseThrow().execution().status())
        .isEqualTo(ExecutionStatus.FAILED);
  }

  private void save(String task, String message) {
    String source =
        """
        id: greet
        namespace: test
        tasks:
          - {id: %s, type: io.kestra.plugin.core.log.Log, message: %s}
        """
            .formatted(task, message);
    assertThat(application.templates().save(source)).isInstanceOf(TemplateOutcome.Saved.class);
  }

  /** Runs the flow up to its pause. */
  private ExecutionId begin() throws Exception {
    application.flows().save(FLOW);
    var request = CreateRequest.of(new FlowId("test", "uses"), Map.of());
    var created = (Created) application.executions().create(request);
    ExecutionId id = created.execution().id();
    new Runs(application).await(id, now -> now.execution().status() == ExecutionStatus.PAUSED);
    return id;
  }

  /** What the rest of the flow logs. */
  private List<String> log(ExecutionId id) throws Exception {
    var runs = new Runs(application);
    assertThat(application.executions().act(id, new Resume(null, Map.of(), "ada")))
        .isInstanceOf(Done.class);
    return runs.log(runs.await(id, now -> now.execution().over()));
  }
}
