package dev.legato.data.yaml;

import dev.legato.data.RowBudget;
import dev.legato.data.RowInput;
import dev.legato.data.RowLimits;
import dev.legato.data.RowReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML; each document is a row. What an alias stands for counts each time. */
public final class YamlRowReader implements RowReader {
  private final RowBudget budget;
  private final RowInput in;
  private final Iterator<Event> events;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private @Nullable Object row;

  /** What an anchor names, and how many values it has. */
  private record Anchored(@Nullable Object value, int values) {}

  private YamlRowReader(InputStream source, Charset charset, RowLimits limits) throws IOException {
    this.budget = new RowBudget(limits);
    this.in = new RowInput(source, budget);
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    this.events = new Parse(settings).parseReader(new InputStreamReader(in, charset)).iterator();
  }

  /** Reads a stream, which is closed with the reader. */
  public static YamlRowReader open(InputStream in, Charset charset) throws IOException {
    return new YamlRowReader(in, charset, RowLimits.DEFAULTS);
  }

  @Override
  public boolean next() throws IOException {
    in.startRow();
    anchors.clear();
    try {
      while (events.hasNext()) {
        Event event = events.next();
        if (event instanceof NodeEvent node) {
          row = read(node, 0);
          return true;
        }
      }
    } catch (YamlEngineException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw budget.fail(e, "is no valid YAML: " + (e instanceof ReaderException ? "" : why));
    }
    row = null;
    return false;
  }

  private @Nullable Object read(NodeEvent event, int depth) throws IOException {
    budget.value(depth);
    if (event instanceof AliasEvent alias) {
      return expanded(alias, depth);
    }
    int before = budget.values();
    Object value =
        switch (event.getEventId()) {
          case Scalar -> Scalars.value((ScalarEvent) event, budget);
          case SequenceStart -> sequence(depth);
          case MappingStart -> mapping(depth);
          default -> throw new IllegalStateException("Expected a node, but got " + event);
        };
    Optional<Anchor> anchor = event.getAnchor();
    if (anchor.isPresent()) {
      anchors.put(anchor.get(), new Anchored(value, budget.values() - before + 1));
    }
    return value;
  }

  private @Nullable Object expanded(AliasEvent alias, int depth) throws IOException {
    Anchored known = anchors.get(alias.getAlias());
    if (known == null) {
      throw budget.fail("uses the alias '%s', which is not known.".formatted(alias.getAlias()));
    }
    budget.values(known.values(), depth);
    return known.value();
  }

  private List<@Nullable Object> sequence(int depth) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    for (Event event = events.next(); event instanceof NodeEvent node; event = events.next()) {
      items.add(read(node, depth + 1));
    }
    return items;
  }

  private Map<String, @Nullable Object> mapping(int depth) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Event event = events.next(); event instanceof NodeEvent key; event = events.next()) {
      Object name = read(key, depth + 1);
      if (name instanceof Map<?, ?> || name instanceof List<?>) {
        throw budget.fail("has a list or a map for a key, which a row cannot have.");
      }
      fields.put(String.valueOf(name), read((NodeEvent) events.next(), depth + 1));
    }
    return fields;
  }

  @Override
  public @Nullable Object row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
