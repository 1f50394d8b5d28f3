package dev.legato.rest.plugin;

import dev.legato.plugin.type.TypeDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Types that belong together. Kinds of things that this server does not take from plugins are empty
 * lists: clients expect them.
 *
 * @param name for programs
 * @param title for people
 * @param group what the names of the types begin with
 * @param subGroup the narrower beginning, in a list of subgroups
 */
public record PluginView(
    String name,
    String title,
    String group,
    @Nullable String subGroup,
    String version,
    List<Element> tasks,
    List<Element> triggers,
    List<Element> conditions,
    List<Element> controllers,
    List<Element> storages,
    List<Element> secrets,
    List<Element> taskRunners,
    List<Element> apps,
    List<Element> appBlocks,
    List<Element> charts,
    List<Element> dataFilters,
    List<Element> logExporters,
    List<String> categories) {
  /**
   * A type.
   *
   * @param cls its full name
   */
  public record Element(
      String cls, boolean deprecated, String title, @Nullable String description) {
    static Element of(TypeDescriptor type) {
      return new Element(
          type.name(),
          type.replacedBy() != null,
          type.title(),
          type.description().isEmpty() ? null : type.description());
    }
  }
}
