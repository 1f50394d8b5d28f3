package dev.legato.plugins.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.legato.plugin.Finding;
import dev.legato.plugin.KeptFile;
import dev.legato.plugin.KeyValues;
import dev.legato.plugin.PollingTrigger;
import dev.legato.plugin.Programs;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import dev.legato.plugin.TaskLog;
import dev.legato.plugin.TriggerContext;
import dev.legato.plugin.TriggerName;
import dev.legato.plugin.http.HttpClient;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.plugins.scripts.trigger.Seen;
import dev.legato.process.Containers;
import dev.legato.process.LocalPrograms;
import dev.legato.process.ProcessConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ScriptTriggerTest {
  private static final String COMMANDS = "io.kestra.plugin.scripts.shell.CommandsTrigger";
  private static final String PYTHON = "io.kestra.plugin.scripts.python.ScriptTrigger";

  @TempDir Path home;
  private LocalPrograms programs;
  private final Memory memory = new Memory();

  /** What the look before has left. */
  private static final class Memory implements KeptFile {
    private byte @Nullable [] content;

    @Override
    public Optional<InputStream> open(@Nullable Duration maxAge) {
      return Optional.ofNullable(content).map(ByteArrayInputStream::new);
    }

    @Override
    public void replace(InputStream given) throws IOException {
      content = given.readAllBytes();
    }
  }

  private record Surroundings(Path workingDirectory, Programs programs, KeptFile kept)
      implements TriggerContext {
    @Override
    public TriggerName trigger() {
      return new TriggerName("shop.eu", "orders", "watch");
    }

    @Override
    public Map<String, String> sealed(String secret) {
      throw new UnsupportedOperationException();
    }

    @Override
    public TaskLog log() {
      return (level, message) -> {};
    }

    @Override
    public String render(String template, Map<String, ?> further) {
      return template;
    }

    @Override
    public Object evaluate(String template, Map<String, ?> further) {
      return template;
    }

    @Override
    public InstantSource clock() {
      return InstantSource.system();
    }

    @Override
    public void sleep(Duration duration) {}

    @Override
    public KeyValues keyValues() {
      throw new UnsupportedOperationException();
    }

    @Override
    public HttpClient http() {
      throw new UnsupportedOperationException();
    }

    @Override
    public TaskFiles files() {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeEach
  void open() {
    programs =
        new LocalPrograms(
            ProcessConfig.in(home.resolve("programs"), home.toString(), "life", System.getenv()),
            Containers.NONE);
  }

  @AfterEach
  void close() {
    programs.close();
  }

  private Optional<Finding<Seen>> look(String type, Map<String, ?> properties) throws Exception {
    Map<String, Object> all = new HashMap<>(properties);
    all.put("runner", "PROCESS");
    TypeCatalog types = TypeCatalog.of(List.of(getClass().getClassLoader()));
    @SuppressWarnings("unchecked") // all of these types have the same outputs
    PollingTrigger<Seen> trigger =
        (PollingTrigger<Seen>) types.triggers().binder(type).orElseThrow().bind(all);
    Path folder = Files.createTempDirectory(home, "look");
    Optional<Finding<Seen>> found = trigger.poll(new Surroundings(folder, programs, memory));
    if (found.isPresent()) {
      found.get().afterwards().run();
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "exit 3                       , exit 3        , true",
    "exit 3                       , exit 0        , false",
    "true                         , exit 0        , true",
    "true                         ,               , true",
    "false                        ,               , false",
    "'echo ''::{\"outputs\":{\"n\":12}}::''', '\"n\":1\\d', true",
    "'echo ''::{\"outputs\":{\"n\":22}}::''', '\"n\":1\\d', false",
  })
  void theConditionIsACodeOrAPattern(String command, String condition, boolean found)
      throws Exception {
    Map<String, Object> properties = new HashMap<>(Map.of("commands", List.of(command)));
    if (condition != null) {
      properties.put("exitCondition", condition);
    }

    assertThat(look(COMMANDS, properties).isPresent()).isEqualTo(found);
  }

  @Test
  void aFlowStartsWhenTheConditionBecomesTrueAndNotAsLongAsItIs() throws Exception {
    Path file = home.resolve("ready");
    Map<String, ?> properties =
        Map.of("commands", List.of("test -e " + file), "exitCondition", "exit 0");
    Map<String, Object> always = new HashMap<>(properties);
    always.put("edge", false);

    assertThat(look(COMMANDS, properties)).isEmpty();
    Files.createFile(file);
    assertThat(look(COMMANDS, properties)).isPresent();
    assertThat(look(COMMANDS, properties)).isEmpty();
    assertThat(look(COMMANDS, always)).isPresent();
    Files.delete(file);
    assertThat(look(COMMANDS, properties)).isEmpty();
    Files.createFile(file);
    assertThat(look(COMMANDS, properties)).isPresent();
  }

  @Test
  void whatTheScriptHasWrittenIsHandedOn() throws Exception {
    Finding<Seen> found =
        look(
                PYTHON,
                Map.of("script", "from kestra import Kestra\nKestra.outputs({'rows': [1, 2]})"))
            .orElseThrow();

    assertThat(found.outputs().vars()).isEqualTo(Map.of("rows", List.of(1, 2)));
    assertThat(found.outputs().exitCode()).isZero();
  }

  @Test
  void aPatternThatIsNoneIsAFailureThatSaysSo() {
    assertThat(
            catchThrowableOfType(
                TaskFailure.class,
                () -> look(COMMANDS, Map.of("commands", List.of("true"), "exitCondition", "["))))
        .hasMessageContaining("'exitCondition' is neither");
  }
}
