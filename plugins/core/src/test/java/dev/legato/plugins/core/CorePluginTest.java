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
          io.kestra.core.tasks.executions.Counts   , io.kestra.plugin.core.execution.Count
          io.kestra.plugin.core.execution.Counts   , io.kestra.plugin.core.execution.Count
          io.kestra.plugin.core.execution.Assert   , io.kestra.plugin.core.execution.Assert
          io.kestra.plugin.core.execution.Resume   , io.kestra.plugin.core.execution.Resume
          io.kestra.core.tasks.storages.Purge      , io.kestra.plugin.core.execution.PurgeExecutions
          io.kestra.plugin.core.storage.Purge      , io.kestra.plugin.core.execution.PurgeExecutions
          io.kestra.core.tasks.log.Fetch           , io.kestra.plugin.core.log.Fetch
          io.kestra.plugin.core.log.PurgeLogs      , io.kestra.plugin.core.log.PurgeLogs
          io.kestra.plugin.core.kv.Set             , io.kestra.plugin.core.kv.Set
          io.kestra.plugin.core.kv.Put             , io.kestra.plugin.core.kv.Set
          io.kestra.plugin.core.kv.PurgeKV         , io.kestra.plugin.core.kv.PurgeKV
          io.kestra.core.tasks.states.Set          , io.kestra.plugin.core.state.Set
          io.kestra.core.tasks.states.Get          , io.kestra.plugin.core.state.Get
          io.kestra.core.tasks.states.Delete       , io.kestra.plugin.core.state.Delete
          io.kestra.core.tasks.storages.Concat     , io.kestra.plugin.core.storage.Concat
          io.kestra.core.tasks.storages.Delete     , io.kestra.plugin.core.storage.Delete
          io.kestra.core.tasks.storages.Reverse    , io.kestra.plugin.core.storage.Reverse
          io.kestra.core.tasks.storages.Size       , io.kestra.plugin.core.storage.Size
          io.kestra.core.tasks.storages.Split      , io.kestra.plugin.core.storage.Split
          io.kestra.core.tasks.storages.PurgeExecution, io.kestra.plugin.core.storage.PurgeCurrentExecutionFiles
          io.kestra.plugin.core.storage.PurgeExecution, io.kestra.plugin.core.storage.PurgeCurrentExecutionFiles
          io.kestra.core.tasks.templating.TemplatedTask, io.kestra.plugin.core.templating.TemplatedTask
          io.kestra.plugin.fs.http.Request         , io.kestra.plugin.core.http.Request
          io.kestra.plugin.fs.http.Download        , io.kestra.plugin.core.http.Download
          io.kestra.plugin.core.http.SseRequest    , io.kestra.plugin.core.http.SseRequest
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
          execution.Count    , expression  , true , false,
          execution.Count    , startDate   , true , true ,
          execution.Assert   , conditions  , true , false,
          log.Fetch          , level       , false, true , INFO
          kv.Set             , value       , true , false,
          kv.Set             , overwrite   , false, true , true
          kv.Get             , errorOnMissing, false, true , false
          state.Set          , name        , false, true , default
          storage.Concat     , extension   , false, true , .tmp
          storage.Reverse    , charset     , false, true , UTF-8
          http.Request       , uri         , true , true ,
          http.Request       , method      , false, true , GET
          http.Download      , failOnEmptyResponse, false, true , true
          """)
  void propertiesAreAsFlowsKnowThem(
      String type, String name, boolean required, boolean rendered, @Nullable String defaultValue) {
    PropertyDescriptor property =
        TYPES.find("core." + type).flatMap(found -> found.property(name)).orElseThrow();

    assertThat(property.required()).isEqualTo(required);
    assertThat(property.rendered()).isEqualTo(rendered);
    assertThat(property.defaultValue() == null ? null : property.defaultValue().toString())
        .isEqualTo(defaultValue);
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
        .contains("io.kestra.plugin.core.log.Log", "io.kestra.plugin.core.kv.Set")
        .allMatch(name -> TYPES.canonicalNames().contains(name));
  }
}
