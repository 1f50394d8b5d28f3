package dev.legato.rest.plugin;

import dev.legato.language.expression.Expressions;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.language.schema.FlowSchema;
import dev.legato.model.flow.InputType;
import dev.legato.plugin.type.TypeDescriptor;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes what flows can be made of. */
final class PluginResource {
  private final TypeLibrary types;
  private final PluginGroups groups;
  private final LanguageSchemas schemas;

  PluginResource(TypeLibrary types, PluginGroups groups, LanguageSchemas schemas) {
    this.types = types;
    this.groups = groups;
    this.schemas = schemas;
  }

  Answer list(Call call) {
    return Answer.json(groups.groups());
  }

  Answer subgroups(Call call) {
    return Answer.json(groups.subgroups());
  }

  /** There are no icons, and clients draw their own. */
  Answer icons(Call call) {
    return Answer.json(Map.of());
  }

  Answer type(Call call) {
    TypeDescriptor type = find(call);
    return Answer.json(new TypeView(TypeDocument.of(type), schema(type)));
  }

  private TypeDescriptor find(Call call) {
    String name = call.path("cls");
    return types
        .find(name)
        .orElseThrow(() -> Problem.notFound("there is no type '%s'".formatted(name)));
  }

  private static Map<String, @Nullable Object> schema(TypeDescriptor type) {
    var whole = new LinkedHashMap<String, @Nullable Object>(FlowSchema.ofType(type));
    Object outputs = whole.remove("outputs");
    Object definitions = whole.remove("definitions");
    var schema = new LinkedHashMap<String, @Nullable Object>();
    schema.put("properties", whole);
    schema.put("outputs", outputs == null ? Map.of() : outputs);
    schema.put("definitions", definitions == null ? Map.of() : definitions);
    return schema;
  }

  Answer schemaOf(Call call) {
    String kind = call.path("type").toLowerCase(Locale.ROOT);
    return Answer.json(
        schemas
            .of(kind, call.query().flag("arrayOf", false))
            .orElseThrow(
                () -> Problem.notFound("there is no schema of '%s'".formatted(call.path("type")))));
  }

  Answer inputs(Call call) {
    return Answer.json(
        Arrays.stream(InputType.values())
            .map(type -> new InputTypeView(type.name(), type.name()))
            .toList());
  }

  Answer input(Call call) {
    String name = call.path("type").toUpperCase(Locale.ROOT);
    boolean known = Arrays.stream(InputType.values()).anyMatch(type -> type.name().equals(name));
    if (!known) {
      throw Problem.notFound("there is no type of inputs '%s'".formatted(call.path("type")));
    }
    Map<?, ?> definitions =
        schemas.of("input", false).map(schema -> schema.get("definitions")).orElse(Map.of())
                instanceof Map<?, ?> map
            ? map
            : Map.of();
    var schema = new LinkedHashMap<String, @Nullable Object>();
    Object properties = definitions.get("input." + name);
    schema.put("properties", properties == null ? Map.of() : properties);
    schema.put("definitions", definitions);
    return Answer.json(new TypeView("# %s%n%nAn input of a flow.%n".formatted(name), schema));
  }

  Answer filters(Call call) {
    return Answer.json(Expressions.filters().stream().map(Signature::name).toList());
  }

  Answer functions(Call call) {
    return Answer.json(
        Expressions.functions().stream()
            .map(function -> new FunctionView(function.name(), function.arguments()))
            .toList());
  }
}
