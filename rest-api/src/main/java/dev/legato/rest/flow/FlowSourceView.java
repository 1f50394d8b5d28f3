package dev.legato.rest.flow;

import dev.legato.orchestrator.flow.LoadedFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A flow that was found by its source.
 *
 * @param fragments the first lines that hold what was searched for, which is between {@code [mark]}
 *     and {@code [/mark]}
 */
public record FlowSourceView(FlowView model, List<String> fragments) {
  private static final int MAX_FRAGMENTS = 3;
  private static final int MAX_LINE = 300;

  static FlowSourceView of(LoadedFlow flow, String wanted) {
    return new FlowSourceView(FlowView.of(flow), fragments(flow.stored().source(), wanted));
  }

  private static List<String> fragments(String source, String wanted) {
    var fragments = new ArrayList<String>();
    if (wanted.isEmpty()) {
      return fragments;
    }
    String lower = wanted.toLowerCase(Locale.ROOT);
    for (String line : source.lines().toList()) {
      int at = line.toLowerCase(Locale.ROOT).indexOf(lower);
      if (at >= 0 && fragments.size() < MAX_FRAGMENTS) {
        fragments.add(marked(line, at, Math.min(at + wanted.length(), line.length())));
      }
    }
    return fragments;
  }

  private static String marked(String line, int begin, int end) {
    int from = Math.max(0, begin - MAX_LINE);
    int to = Math.min(line.length(), end + MAX_LINE);
    return line.substring(from, begin)
        + "[mark]"
        + line.substring(begin, end)
        + "[/mark]"
        + line.substring(end, to);
  }
}
