package dev.legato.rest.plugin;

import dev.legato.plugin.type.TypeCatalog;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/** The routes that describe what flows can be made of. */
public final class PluginRoutes {
  private PluginRoutes() {}

  /**
   * The routes.
   *
   * @param version of the program
   */
  public static List<Route> of(TypeCatalog types, String version) {
    var library = new TypeLibrary(types);
    var resource =
        new PluginResource(library, new PluginGroups(library, version), new LanguageSchemas(types));
    return List.of(
        get("plugins", "Lists plugins with their types")
            .answers(200, Types.of(List.class, PluginView.class), "Plugins by name")
            .handledBy(resource::list),
        get("plugins/groups/subgroups", "Lists plugins by subgroup")
            .answers(200, Types.of(List.class, PluginView.class), "Subgroups by name")
            .handledBy(resource::subgroups),
        get("plugins/icons", "Lists the icons of types")
            .answers(200, icons(), "None: clients draw their own")
            .handledBy(resource::icons),
        get("plugins/icons/groups", "Lists the icons of plugins")
            .answers(200, icons(), "None: clients draw their own")
            .handledBy(resource::icons),
        get("plugins/inputs", "Lists the types of inputs")
            .answers(200, Types.of(List.class, InputTypeView.class), "Types")
            .handledBy(resource::inputs),
        get("plugins/inputs/{type}", "Describes a type of inputs")
            .answers(200, TypeView.class, "Documentation and schema")
            .handledBy(resource::input),
        schemas(resource),
        get("plugins/{cls}", "Describes a type")
            .answers(200, TypeView.class, "Documentation and schema")
            .handledBy(resource::type),
        get("pebble/filters", "Lists the filters of expressions")
            .answers(200, Types.of(List.class, String.class), "Names")
            .handledBy(resource::filters),
        get("pebble/functions", "Lists the functions of expressions")
            .answers(200, Types.of(List.class, FunctionView.class), "Functions by name")
            .handledBy(resource::functions));
  }

  private static Route schemas(PluginResource resource) {
    return get("plugins/schemas/{type}", "Shows the JSON Schema of flows or of a part of them")
        .query("arrayOf", Kind.BOOLEAN, "Whether to show the schema of a list of them")
        .answers(
            200,
            Types.of(Map.class, String.class, Object.class),
            "A schema of draft 7; the type is flow, task, trigger, condition, input or"
                + " dashboard")
        .handledBy(resource::schemaOf);
  }

  private static RouteDraft get(String path, String summary) {
    return Route.get(Scope.TENANT, path, Access.READ, summary);
  }

  private static Type icons() {
    return Types.of(Map.class, String.class, Object.class);
  }
}
