package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads properties that are lists of mappings: tasks, inputs, triggers and the like.
 *
 * @param thing what an element is, with its article, as complaints name it
 * @param hint how one is written
 */
record Mappings(String thing, String hint) {
  /** Reads all elements, and keeps what they say. */
  void read(Fields owner, String name, Consumer<Fields> reader) {
    read(owner, name, (_, _) -> true, reader);
  }

  /**
   * Reads elements up to one that is not wanted: there is one too many.
   *
   * @param wanted asked with the node and the path of each before it is read
   * @param reader of the properties of one; those that it has not asked for are not kept
   */
  void read(
      Fields owner, String name, BiPredicate<YamlNode, String> wanted, Consumer<Fields> reader) {
    Reading reading = owner.reading();
    List<@Nullable Object> documents = new ArrayList<>();
    for (YamlNode node : owner.list(name)) {
      String path = owner.path(name) + "[" + documents.size() + "]";
      if (!wanted.test(node, path)) {
        return;
      }
      if (node instanceof YamlNode.Mapping mapping) {
        Fields fields = new Fields(mapping, path, reading);
        reader.accept(fields);
        documents.add(fields.document());
      } else {
        reading.error(
            ComplaintCode.WRONG_TYPE,
            node.mark(),
            path,
            "%s must be a mapping, but is %s.".formatted(thing, node.kind()),
            hint);
        documents.add(reading.values().json(node, path));
      }
    }
    if (owner.has(name)) {
      owner.keep(name, documents);
    }
  }
}
