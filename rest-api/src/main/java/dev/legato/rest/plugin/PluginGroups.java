package dev.legato.rest.plugin;

import dev.legato.plugin.type.TypeDescriptor;
import dev.legato.rest.plugin.PluginView.Element;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Puts types together by what their names begin with. */
final class PluginGroups {
  private static final int WORDS_OF_A_GROUP = 4;

  private final TypeLibrary types;
  private final String version;

  /**
   * @param version of the program, which is that of its plugins
   */
  PluginGroups(TypeLibrary types, String version) {
    this.types = types;
    this.version = version;
  }

  /** By their first words, such as {@code io.kestra.plugin.core}. */
  List<PluginView> groups() {
    return by(PluginGroups::group, false);
  }

  /** By all of their name but its last word, such as {@code io.kestra.plugin.core.flow}. */
  List<PluginView> subgroups() {
    return by(PluginGroups::subgroup, true);
  }

  private List<PluginView> by(UnaryOperator<String> key, boolean narrow) {
    List<TypeDescriptor> tasks = types.tasks();
    List<TypeDescriptor> triggers = types.triggers();
    List<TypeDescriptor> conditions = types.conditions();
    var keys = new TreeSet<String>();
    Stream.of(tasks, triggers, conditions)
        .flatMap(Collection::stream)
        .forEach(type -> keys.add(key.apply(type.name())));
    return keys.stream()
        .map(
            name ->
                view(
                    name,
                    narrow,
                    of(tasks, key, name),
                    of(triggers, key, name),
                    of(conditions, key, name)))
        .toList();
  }

  private static List<Element> of(
      List<TypeDescriptor> types, UnaryOperator<String> key, String name) {
    return types.stream()
        .filter(type -> key.apply(type.name()).equals(name))
        .map(Element::of)
        .toList();
  }

  private PluginView view(
      String name,
      boolean narrow,
      List<Element> tasks,
      List<Element> triggers,
      List<Element> conditions) {
    String lastWord = name.substring(name.lastIndexOf('.') + 1);
    List<Element> none = List.of();
    return new PluginView(
        lastWord,
        lastWord,
        group(name + ".X"),
        narrow ? name : null,
        version,
        tasks,
        triggers,
        conditions,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        List.of());
  }

  private static String group(String type) {
    String[] words = subgroup(type).split("\\.");
    return String.join(".", List.of(words).subList(0, Math.min(words.length, WORDS_OF_A_GROUP)));
  }

  private static String subgroup(String type) {
    int dot = type.lastIndexOf('.');
    return dot < 0 ? type : type.substring(0, dot);
  }
}
