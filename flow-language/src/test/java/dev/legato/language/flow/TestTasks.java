package dev.legato.language.flow;

import dev.legato.plugin.Finding;
import dev.legato.plugin.NoOutput;
import dev.legato.plugin.PollingTrigger;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskLog.Level;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.TriggerContext;
import dev.legato.plugin.TriggerType;
import dev.legato.plugin.component.FormedText;
import dev.legato.plugin.type.TypeCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Types for tests, listed in {@code META-INF/legato}. */
final class TestTasks {
  static final TypeCatalog CATALOG = TypeCatalog.of(List.of(TestTasks.class.getClassLoader()));

  private TestTasks() {}

  @TriggerType(value = "io.kestra.plugin.test.Watch", title = "Looks at an address.")
  record Watch(@Property("The address.") String uri) implements PollingTrigger<NoOutput> {
    @Override
    public Optional<Finding<NoOutput>> poll(TriggerContext context) {
      return Optional.empty();
    }
  }

  @TaskType(
      value = "io.kestra.plugin.core.debug.Echo",
      aliases = "io.kestra.core.tasks.debugs.Echo",
      title = "Logs a text.",
      replacedBy = "io.kestra.plugin.core.log.Log")
  record Echo(
      @Property("The text.") String format,
      @Property(value = "The level.", defaultValue = "INFO", rendered = false) Level level)
      implements Task<NoOutput> {
    @Override
    public NoOutput run(TaskContext context) {
      return NoOutput.NONE;
    }
  }

  @TaskType(
      value = "io.kestra.plugin.core.log.Log",
      aliases = "io.kestra.core.tasks.log.Log",
      title = "Logs.")
  record Log(
      @Property("The text.") Object message,
      @Property(value = "The level.", defaultValue = "INFO", rendered = false) Level level)
      implements Task<NoOutput> {
    @Override
    public NoOutput run(TaskContext context) {
      return NoOutput.NONE;
    }
  }

  /** One property of every kind. */
  @TaskType(value = "io.kestra.plugin.test.Typed", title = "Has everything.")
  record Typed(
      @Nullable String text,
      @Nullable Boolean flag,
      @Nullable Integer count,
      @Nullable Long size,
      @Nullable Double ratio,
      @Nullable Duration pause,
      @Nullable Object any,
      @Nullable List<String> names,
      @Nullable Map<String, Integer> counts,
      @Nullable Part part,
      @Nullable Greeting greeting,
      @Property(value = "Renamed.", aliases = "oldName") @Nullable String newName)
      implements Task<NoOutput> {
    @Override
    public NoOutput run(TaskContext context) {
      return NoOutput.NONE;
    }
  }

  record Part(String name, @Nullable Integer weight) {}

  record Greeting(String text) implements FormedText {
    Greeting {
      if (!text.startsWith("Hello")) {
        throw new IllegalArgumentException("A greeting begins with Hello.");
      }
    }
  }
}
