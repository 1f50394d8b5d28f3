package dev.legato.plugin.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskLog.Level;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.type.PropertyType.Choice;
import dev.legato.plugin.type.PropertyType.ListOf;
import dev.legato.plugin.type.PropertyType.MapOf;
import dev.legato.plugin.type.PropertyType.Scalar;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeCatalogTest {
  private static final String WAVE = "io.kestra.plugin.test.Wave";
  private static final String WAVE_LINE =
      Wave.class.getName() + " " + WAVE + " io.kestra.core.tasks.Wave";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {WAVE, "io.kestra.core.tasks.Wave", "test.Wave"})
  void findsATypeByEachOfItsNames(String name) throws IOException {
    TypeCatalog catalog = TypeCatalog.of(List.of(plugin("a", WAVE_LINE)));

    assertThat(catalog.find(name)).map(TypeDescriptor::name).contains(WAVE);
    assertThat(catalog.canonicalName(name)).contains(WAVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Wave", "core.tasks.Wave", "io.kestra.plugin.test.wave"})
  void doesNotGuess(String name) throws IOException {
    TypeCatalog catalog = TypeCatalog.of(List.of(plugin("a", WAVE_LINE)));

    assertThat(catalog.find(name)).isEmpty();
    assertThat(catalog.canonicalName(name)).isEmpty();
  }

  @Test
  void knowsAllNamesWithoutLoadingAClass() throws IOException {
    TypeCatalog catalog =
        TypeCatalog.of(List.of(plugin("a", "gone.Missing b.Missing a.Missing", WAVE_LINE)));

    assertThat(catalog.canonicalNames()).containsExactly("b.Missing", WAVE);
    assertThat(catalog.names())
        .containsExactly("a.Missing", "b.Missing", "io.kestra.core.tasks.Wave", WAVE);
    assertThat(catalog.canonicalName("a.Missing")).contains("b.Missing");
  }

  @Test
  void aBrokenPluginSaysSoWhenItsTypeIsAskedFor() throws IOException {
    TypeCatalog catalog =
        TypeCatalog.of(
            List.of(plugin("a", "gone.Missing b.Missing", "java.lang.String b.Text", WAVE_LINE)));

    assertThatThrownBy(() -> catalog.find("b.Missing"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("gone.Missing");
    assertThatThrownBy(() -> catalog.find("b.Text"))
        .hasMessageContaining("to be a record that implements Task");
    assertThat(catalog.find(WAVE)).isPresent();
  }

  @Test
  void gathersTheTypesOfSeveralPluginsAndTheEarlierWins() throws IOException {
    TypeCatalog catalog =
        TypeCatalog.of(
            List.of(
                plugin("a", WAVE_LINE),
                plugin("b", "gone.Missing " + WAVE, Nod.class.getName() + " test.Nod")));

    assertThat(catalog.canonicalNames()).containsExactly(WAVE, "test.Nod");
    assertThat(catalog.find(WAVE)).isPresent();
  }

  @Test
  void describesTheTypeAsItsAnnotationsDo() throws IOException {
    TypeDescriptor wave = TypeCatalog.of(List.of(plugin("a", WAVE_LINE))).find(WAVE).orElseThrow();

    assertThat(wave.aliases()).containsExactly("io.kestra.core.tasks.Wave");
    assertThat(wave.title()).isEqualTo("Waves.");
    assertThat(wave.description()).isEqualTo("With *both* hands.");
    assertThat(wave.replacedBy()).isEqualTo("test.Nod");
    assertThat(wave.properties())
        .containsExactly(
            new PropertyDescriptor(
                "to", List.of("target"), Scalar.TEXT, true, true, null, "To whom."),
            new PropertyDescriptor(
                "times", List.of(), Scalar.INTEGER, false, false, 3, "How often."),
            new PropertyDescriptor(
                "pause", List.of(), Scalar.DURATION, false, true, "PT1S", "In between."),
            new PropertyDescriptor(
                "level", List.of(), new Choice(Level.class), false, true, null, ""),
            new PropertyDescriptor(
                "words", List.of(), new ListOf(Scalar.TEXT), true, true, null, ""),
            new PropertyDescriptor(
                "more", List.of(), new MapOf(Scalar.ANY), false, true, null, ""));
    assertThat(wave.property("target")).contains(wave.properties().getFirst());
    assertThat(wave.property("towards")).isEmpty();
  }

  @Test
  void describesTheOutputs() throws IOException {
    TypeCatalog catalog =
        TypeCatalog.of(List.of(plugin("a", WAVE_LINE, Nod.class.getName() + " test.Nod")));

    assertThat(catalog.find(WAVE).orElseThrow().outputs())
        .containsExactly(
            new PropertyDescriptor(
                "answer", List.of(), Scalar.TEXT, false, false, null, "What came back."),
            new PropertyDescriptor("where", List.of(), Scalar.ANY, false, false, null, ""));
    assertThat(catalog.find("test.Nod").orElseThrow().outputs()).isEmpty();
  }

  private ClassLoader plugin(String name, String... lines) throws IOException {
    Path index = directory.resolve(name).resolve(TypeIndex.TASKS);
    Files.createDirectories(index.getParent());
    Files.write(index, List.of(lines));
    URL url = directory.resolve(name).toUri().toURL();
    return new URLClassLoader(new URL[] {url}, getClass().getClassLoader());
  }

  @TaskType(
      value = WAVE,
      aliases = "io.kestra.core.tasks.Wave",
      title = "Waves.",
      description = "With *both* hands.",
      replacedBy = "test.Nod")
  record Wave(
      @Property(value = "To whom.", aliases = "target") String to,
      @Property(value = "How often.", defaultValue = "3", rendered = false) int times,
      @Property(value = "In between.", defaultValue = "PT1S") Duration pause,
      @Nullable Level level,
      List<String> words,
      @Nullable Map<String, @Nullable Object> more)
      implements Task<Wave.Result> {
    record Result(@Property("What came back.") String answer, Path where) {}

    @Override
    public Result run(TaskContext context) {
      return new Result("hello", Path.of("here"));
    }
  }

  @TaskType(value = "test.Nod", title = "Nods.")
  record Nod() implements Task<NoOutput> {
    @Override
    public NoOutput run(TaskContext context) {
      return NoOutput.NONE;
    }
  }
}
