package dev.legato.language.yaml;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Complaints;
import dev.legato.language.complaint.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Makes one tree from parser events. An alias puts the anchor's node itself in its place; what it
 * would cost to write it out is counted, so that whoever walks the tree is safe, too.
 */
final class TreeBuilder {
  private static final String MERGE_KEY = "<<";
  private static final String STRING_TAG = "tag:yaml.org,2002:str";
  private static final Set<String> SCALAR_TAGS =
      Set.of(
          STRING_TAG,
          "!",
          "tag:yaml.org,2002:int",
          "tag:yaml.org,2002:float",
          "tag:yaml.org,2002:bool",
          "tag:yaml.org,2002:null");
  private static final Set<String> COLLECTION_TAGS =
      Set.of("!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq");

  private final Iterator<Event> events;
  private final YamlLimits limits;
  private final Complaints complaints;
  private final Map<String, YamlNode> anchors = new HashMap<>();
  private final Set<String> openAnchors = new HashSet<>();
  private final IdentityHashMap<YamlNode, Extent> extents = new IdentityHashMap<>();
  private int aliases;
  private int nodes;

  TreeBuilder(Iterator<Event> events, YamlLimits limits, Complaints complaints) {
    this.events = events;
    this.limits = limits;
    this.complaints = complaints;
  }

  Optional<YamlNode> build() {
    expect(Event.ID.StreamStart);
    Event event = events.next();
    if (event.getEventId() == Event.ID.StreamEnd) {
      return Optional.empty();
    }
    YamlNode root = node(events.next(), 1);
    expect(Event.ID.DocumentEnd);
    Event next = events.next();
    if (next.getEventId() != Event.ID.StreamEnd) {
      throw new GivenUp(
          ComplaintCode.EXTRA_DOCUMENT,
          mark(next),
          "A second document starts here; the first one starts at line %d."
              .formatted(mark(event).line()),
          "Remove the line '---', or save the documents one by one.");
    }
    return Optional.of(root);
  }

  private YamlNode node(Event event, int depth) {
    if (event instanceof AliasEvent alias) {
      return resolve(alias, depth);
    }
    count(1, event);
    String anchor = event instanceof NodeEvent n ? anchor(n) : null;
    if (anchor != null) {
      openAnchors.add(anchor);
      anchors.remove(anchor);
    }
    YamlNode node =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar);
          case CollectionStartEvent start -> collection(start, depth);
          default -> throw new IllegalStateException("Expected a node, but got " + event);
        };
    if (anchor != null) {
      openAnchors.remove(anchor);
      anchors.put(anchor, node);
    }
    return node;
  }

  private static @Nullable String anchor(NodeEvent event) {
    return event.getAnchor().map(Anchor::getValue).orElse(null);
  }

  private YamlNode resolve(AliasEvent alias, int depth) {
    String name = alias.getAlias().getValue();
    if (openAnchors.contains(name)) {
      throw givenUpAlias(alias, "The alias '*%s' is inside its own anchor.".formatted(name));
    }
    YamlNode node = anchors.get(name);
    if (node == null) {
      throw givenUpAlias(alias, "There is no anchor '&%s' before the alias.".formatted(name));
    }
    aliases++;
    if (aliases > limits.aliases()) {
      throw overLimit(alias, "The document uses more than %d aliases.".formatted(limits.aliases()));
    }
    Extent extent = extent(node);
    checkDepth(alias, depth - 1 + extent.height());
    count(extent.nodes(), alias);
    return node;
  }

  private YamlNode scalar(ScalarEvent event) {
    Mark mark = mark(event);
    String tag = event.getTag().orElse(null);
    checkTag(tag, SCALAR_TAGS, mark);
    boolean text = tag != null && (tag.equals(STRING_TAG) || tag.equals("!"));
    boolean plain = tag == null ? event.isPlain() : !text;
    if (!isWellFormed(event.getValue())) {
      throw new GivenUp(
          ComplaintCode.UNREADABLE_TEXT,
          mark,
          "The text contains half of a character (a lone surrogate).",
          "Write the whole character, or its code point as \\UXXXXXXXX.");
    }
    return new YamlNode.Scalar(mark, event.getValue(), plain);
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  private YamlNode collection(CollectionStartEvent event, int depth) {
    checkDepth(event, depth);
    checkTag(event.getTag().orElse(null), COLLECTION_TAGS, mark(event));
    int nodesBefore = nodes;
    YamlNode node =
        event instanceof MappingStartEvent
            ? mapping(mark(event), depth)
            : sequence(mark(event), depth);
    extents.put(node, new Extent(1 + nodes - nodesBefore, 1 + maxHeight(node)));
    return node;
  }

  private YamlNode.Sequence sequence(Mark mark, int depth) {
    List<YamlNode> elements = new ArrayList<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
      elements.add(node(e, depth + 1));
    }
    return new YamlNode.Sequence(mark, elements);
  }

  private YamlNode.Mapping mapping(Mark mark, int depth) {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    List<YamlNode> merged = new ArrayList<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      YamlNode.Scalar key = key(e, depth + 1);
      YamlNode value = node(events.next(), depth + 1);
      if (key.plain() && key.text().equals(MERGE_KEY)) {
        merged.add(value);
      } else {
        put(entries, key, value);
      }
    }
    for (YamlNode value : merged) {
      merge(entries, value);
    }
    return new YamlNode.Mapping(mark, entries);
  }

  private YamlNode.Scalar key(Event event, int depth) {
    if (node(event, depth) instanceof YamlNode.Scalar scalar) {
      return scalar;
    }
    throw new GivenUp(
        ComplaintCode.YAML_SYNTAX,
        mark(event),
        "The key of an entry must be a text.",
        "Put a template in quotes: \"{{ ... }}\".");
  }

  private void put(Map<String, YamlNode.Entry> entries, YamlNode.Scalar key, YamlNode value) {
    YamlNode.Entry first = entries.putIfAbsent(key.text(), new YamlNode.Entry(key, value));
    if (first != null) {
      complaints.error(
          ComplaintCode.DUPLICATE_KEY,
          key.mark(),
          "",
          "The key %s is already at line %d.".formatted(key.kind(), first.key().mark().line()),
          "Keep one of the two.");
    }
  }

  /** Entries of the mapping itself win over merged ones, earlier merged ones over later ones. */
  private void merge(Map<String, YamlNode.Entry> entries, YamlNode value) {
    switch (value) {
      case YamlNode.Mapping mapping -> mapping.entries().forEach(entries::putIfAbsent);
      case YamlNode.Sequence sequence -> sequence.elements().forEach(e -> mergeOne(entries, e));
      case YamlNode.Scalar scalar -> throw unmergeable(scalar);
    }
  }

  private static void mergeOne(Map<String, YamlNode.Entry> entries, YamlNode element) {
    if (!(element instanceof YamlNode.Mapping mapping)) {
      throw unmergeable(element);
    }
    mapping.entries().forEach(entries::putIfAbsent);
  }

  private static GivenUp unmergeable(YamlNode node) {
    return new GivenUp(
        ComplaintCode.YAML_SYNTAX,
        node.mark(),
        "The key '<<' takes a mapping or a list of mappings, not %s.".formatted(node.kind()),
        "Refer to an anchor: '<<: *name'.");
  }

  private void checkTag(@Nullable String tag, Set<String> known, Mark mark) {
    if (tag != null && !known.contains(tag)) {
      complaints.error(
          ComplaintCode.UNKNOWN_TAG,
          mark,
          "",
          "The tag '%s' is unknown.".formatted(tag),
          "Remove it, or put the text in quotes.");
    }
  }

  private void checkDepth(Event event, int depth) {
    if (depth > limits.depth()) {
      throw overLimit(event, "The document is more than %d levels deep.".formatted(limits.depth()));
    }
  }

  private void count(int added, Event event) {
    nodes += added;
    if (nodes > limits.nodes()) {
      throw overLimit(
          event,
          "The document has more than %d nodes, with aliases expanded.".formatted(limits.nodes()));
    }
  }

  private Extent extent(YamlNode node) {
    return extents.getOrDefault(node, Extent.OF_SCALAR);
  }

  private int maxHeight(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar _ -> 0;
      case YamlNode.Sequence sequence ->
          sequence.elements().stream().mapToInt(e -> extent(e).height()).max().orElse(0);
      case YamlNode.Mapping mapping ->
          mapping.entries().values().stream()
              .mapToInt(e -> extent(e.value()).height())
              .max()
              .orElse(0);
    };
  }

  private void expect(Event.ID id) {
    Event event = events.next();
    if (event.getEventId() != id) {
      throw new IllegalStateException("Expected %s, but got %s".formatted(id, event));
    }
  }

  private static GivenUp givenUpAlias(Event event, String message) {
    String hint = "Define the anchor first, or put the text in quotes.";
    return new GivenUp(ComplaintCode.YAML_ALIAS, mark(event), message, hint);
  }

  private static GivenUp overLimit(Event event, String message) {
    return new GivenUp(ComplaintCode.YAML_LIMIT, mark(event), message, "Make it smaller.");
  }

  private static Mark mark(Event event) {
    return event.getStartMark().map(TreeBuilder::mark).orElse(Mark.START);
  }

  static Mark mark(org.snakeyaml.engine.v2.exceptions.Mark mark) {
    return new Mark(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** The size of a node written out, and how many collections deep it is. */
  private record Extent(int nodes, int height) {
    static final Extent OF_SCALAR = new Extent(1, 0);
  }

  /** Reading cannot go on. */
  static final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final ComplaintCode code;
    final transient Mark mark;
    final String message;
    final String hint;

    GivenUp(ComplaintCode code, Mark mark, String message, String hint) {
      super(message, null, false, false);
      this.code = code;
      this.mark = mark;
      this.message = message;
      this.hint = hint;
    }
  }
}
