package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.language.builtin.CommonProperties;
import dev.legato.language.builtin.ShortTypes;
import dev.legato.language.builtin.TypeFamily;
import dev.legato.plugin.type.PropertyDescriptor;
import dev.legato.plugin.type.TypeDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that the language has is in an example, which {@link ExamplesTest} runs, and on a
 * page.
 */
class ConstructsTest {
  private static final String CORE = "io.kestra.plugin.core.";
  private static final char HIDDEN = '$';

  /** Type names of every generation. */
  private static final Pattern TYPE = Pattern.compile("type: *\"?([\\w.]+)");

  /** Set by the server, read by nobody here, or what keeps an example from being run. */
  private static final Set<String> NOT_FOR_AUTHORS =
      Set.of(
          "revision",
          "deleted",
          "tenantId",
          "policyRefs",
          "quotas",
          "assets",
          "version",
          "draft",
          "extend");

  static Stream<Arguments> named() {
    return types().map(type -> Arguments.of(type.name(), type));
  }

  private static Stream<TypeDescriptor> types() {
    Stream<TypeDescriptor> plugins =
        Language.types().canonicalNames().stream()
            .filter(name -> name.startsWith(CORE) && name.indexOf(HIDDEN) < 0)
            .map(name -> Language.types().find(name).orElseThrow());
    Stream<TypeDescriptor> pluginTriggers =
        Language.types().triggers().canonicalNames().stream()
            .filter(name -> name.startsWith(CORE))
            .map(name -> Language.types().triggers().find(name).orElseThrow());
    Stream<TypeDescriptor> builtIn =
        BuiltInTypes.all().stream().map(TypeFamily::types).flatMap(List::stream);
    return Stream.of(builtIn, plugins, pluginTriggers).flatMap(all -> all);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("named")
  void everyTypeIsInAnExample(String name, TypeDescriptor type) throws IOException {
    assertThat(used()).containsAnyElementsOf(names(type));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("named")
  void everyTypeIsOnAPage(String name, TypeDescriptor type) throws IOException {
    String shortName = type.name().substring(CORE.length());

    assertThat(text("docs")).containsPattern("[`.]" + Pattern.quote(shortName) + "\\b");
  }

  @Test
  void everyPropertyOfFlowsTasksAndTriggersIsInAnExample() throws IOException {
    String examples = text("examples");
    Stream<PropertyDescriptor> properties =
        Stream.of(
                CommonProperties.OF_A_FLOW,
                CommonProperties.OF_A_TASK,
                CommonProperties.OF_A_TRIGGER)
            .flatMap(List::stream);

    assertThat(properties)
        .filteredOn(property -> !NOT_FOR_AUTHORS.contains(property.name()))
        .filteredOn(property -> !isUsed(property, examples))
        .extracting(PropertyDescriptor::name)
        .isEmpty();
  }

  @Test
  void everyKindOfInputRetryAndAgreementIsInAnExample() throws IOException {
    assertThat(used())
        .containsAll(ShortTypes.INPUTS.keySet())
        .containsAll(ShortTypes.RETRIES.keySet())
        .containsAll(ShortTypes.SLAS.keySet());
  }

  /** The types that examples name. */
  private static Set<String> used() throws IOException {
    return TYPE.matcher(text("examples"))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isUsed(PropertyDescriptor property, String examples) {
    return Stream.concat(Stream.of(property.name()), property.aliases().stream())
        .anyMatch(
            name ->
                Pattern.compile("(?m)(^|[ {])" + Pattern.quote(name) + ":")
                    .matcher(examples)
                    .find());
  }

  private static Set<String> names(TypeDescriptor type) {
    return Stream.concat(Stream.of(type.name()), type.aliases().stream())
        .flatMap(name -> Stream.concat(Stream.of(name), TypeFamily.shortForm(name).stream()))
        .collect(Collectors.toSet());
  }

  /** All files of a folder, one after the other. */
  private static String text(String folder) throws IOException {
    var text = new StringBuilder();
    try (Stream<Path> files = Files.list(Checkout.root().resolve(folder))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        text.append(Files.readString(file)).append('\n');
      }
    }
    return text.toString();
  }
}
