package dev.legato.plugins.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.plugin.type.PropertyDescriptor;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.plugin.type.TypeDescriptor;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CorePluginTest {
  private static final TypeCatalog TYPES =
      TypeCatalog.of(List.of(CorePluginTest.class.getClassLoader()));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          io.kestra.plugin.core.log.Log            , io.kestra.plugin.core.log.Log
          io.kestra.core.tasks.log.Log             , io.kestra.plugin.core.log.Log
          core.log.Log                             , io.kestra.plugin.core.log.Log
          io.kestra.plugin.core.debug.Echo         , io.kestra.plugin.core.debug.Echo
          io.kestra.core.tasks.debugs.Echo         , io.kestra.plugin.core.debug.Echo
          io.kestra.plugin.core.debug.Return       , io.kestra.plugin.core.debug.Return
          io.kestra.core.tasks.debugs.Return       , io.kestra.plugin.core.debug.Return
          io.kestra.plugin.core.output.OutputValues, io.kestra.plugin.core.output.OutputValues
          io.kestra.plugin.core.execution.Fail     , io.kestra.plugin.core.execution.Fail
          io.kestra.core.tasks.executions.Fail     , io.kestra.plugin.core.execution.Fail
          io.kestra.plugin.core.flow.Sleep         , io.kestra.plugin.core.flow.Sleep
          """)
  void eachNameThatFlowsUseIsFound(String name, String canonical) {
    assertThat(TYPES.find(name)).map(TypeDescriptor::name).contains(canonical);
  }

  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource(
      textBlock =
          """
          log.Log            , message     , true , true ,
          log.Log            , level       , false, false, INFO
          debug.Echo         , format      , true , true ,
          debug.Echo         , level       , false, false, INFO
          debug.Return       , format      , false, true ,
          output.OutputValues, values      , false, true ,
          execution.Fail     , condition   , false, true ,
          execution.Fail     , errorMessage, false, true , Task failure
          flow.Sleep         , duration    , true , true ,
          """)
  void propertiesAreAsFlowsKnowThem(
      String type, String name, boolean required, boolean rendered, @Nullable String defaultValue) {
    PropertyDescriptor property =
        TYPES.find("core." + type).flatMap(found -> found.property(name)).orElseThrow();

    assertThat(property.required()).isEqualTo(required);
    assertThat(property.rendered()).isEqualTo(rendered);
    assertThat(property.defaultValue()).isEqualTo(defaultValue);
  }

  static Stream<TypeDescriptor> types() {
    return TYPES.canonicalNames().stream().map(name -> TYPES.find(name).orElseThrow());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("types")
  void everyTypeIsDocumentedWithAnExample(TypeDescriptor type) {
    assertThat(type.title()).endsWith(".");
    assertThat(type.description()).contains("```yaml", "type: " + type.name() + "\n");
    assertThat(Stream.concat(type.properties().stream(), type.outputs().stream()))
        .extracting(PropertyDescriptor::title)
        .allMatch(title -> title.endsWith("."));
  }

  @Test
  void whatIsReplacedNamesATypeThatExists() {
    assertThat(types().map(TypeDescriptor::replacedBy).filter(name -> name != null))
        .containsExactly("io.kestra.plugin.core.log.Log")
        .allMatch(name -> TYPES.canonicalNames().contains(name));
  }
}
