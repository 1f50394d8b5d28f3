package dev.legato.language.yaml;

import dev.legato.language.complaint.Mark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a document. Aliases and merge keys are resolved: the tree has neither. */
public sealed interface YamlNode {
  /** Where the node starts; for a node that came through an alias, where it was written. */
  Mark mark();

  /** How to call the node in a sentence. */
  String kind();

  /**
   * A text, number, boolean or null. Which one of them depends on the reader: {@code no} is a text
   * where a text is wanted.
   *
   * @param text as written, quotes and escapes resolved
   * @param plain whether it was written without quotes, so that it may be other than a text
   */
  record Scalar(Mark mark, String text, boolean plain) implements YamlNode {
    /** Whether nothing was written, or one of the spellings of null. */
    public boolean isNull() {
      return plain && CoreSchema.isNull(text);
    }

    @Override
    public String kind() {
      return isNull() ? "nothing" : "'" + abridged() + "'";
    }

    private String abridged() {
      return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
  }

  /** Elements in the order of the document. */
  record Sequence(Mark mark, List<YamlNode> elements) implements YamlNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Entries by the text of their keys, in the order of the document. */
  record Mapping(Mark mark, Map<String, Entry> entries) implements YamlNode {
    public @Nullable YamlNode get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }

    /** This mapping with one more entry, or with another value for an entry. */
    public Mapping with(String key, Entry entry) {
      Map<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.put(key, entry);
      return new Mapping(mark, changed);
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** One entry of a mapping. */
  record Entry(Scalar key, YamlNode value) {}

  /**
   * A JSON value as if it had been written in the document.
   *
   * @param mark where it is to stand
   */
  static YamlNode of(@Nullable Object json, Mark mark) {
    return switch (json) {
      case Map<?, ?> map -> {
        Map<String, Entry> entries = new LinkedHashMap<>();
        map.forEach(
            (key, value) ->
                entries.put(
                    key.toString(),
                    new Entry(new Scalar(mark, key.toString(), false), of(value, mark))));
        yield new Mapping(mark, entries);
      }
      case List<?> list ->
          new Sequence(mark, list.stream().map(element -> of(element, mark)).toList());
      case String text -> new Scalar(mark, text, false);
      case null -> new Scalar(mark, "null", true);
      default -> new Scalar(mark, json.toString(), true);
    };
  }
}
