package dev.legato.plugins.serdes.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** HTML as Markdown. Blocks are texts of one or more lines; a container indents those within it. */
final class MarkdownText {
  private static final Set<String> CONTAINERS =
      Set.of(
          "body",
          "div",
          "section",
          "article",
          "main",
          "header",
          "footer",
          "nav",
          "aside",
          "figure",
          "form",
          "fieldset",
          "details",
          "center",
          "dl",
          "address");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "dt", "dd", "figcaption", "summary", "caption");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>]");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern LINE_MARK = Pattern.compile("^(#{1,6} |[-+] |\\d+[.)] |>|=+$|-+$)");

  private static final int DEEPEST = 20;

  private int depth;

  private MarkdownText() {}

  static String of(Element body) {
    return String.join("\n\n", new MarkdownText().blocks(body)) + "\n";
  }

  private List<String> blocks(Element parent) {
    List<String> blocks = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (Node child : parent.childNodes()) {
      if (child instanceof Element element && isBlock(element)) {
        paragraph(line, blocks);
        block(element, blocks);
      } else {
        inline(child, line);
      }
    }
    paragraph(line, blocks);
    return blocks;
  }

  private static boolean isBlock(Element element) {
    return element.tag().isBlock() || CONTAINERS.contains(element.normalName());
  }

  private static void paragraph(StringBuilder line, List<String> blocks) {
    String text = line.toString().strip();
    line.setLength(0);
    if (!text.isEmpty()) {
      blocks.add(LINE_MARK.matcher(text).find() ? "\\" + text : text);
    }
  }

  private void block(Element element, List<String> blocks) {
    String name = element.normalName();
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" ->
          add("#".repeat(name.charAt(1) - '0') + " ", text(element), blocks);
      case "ul" -> add("", list(element, -1), blocks);
      case "ol" -> add("", list(element, start(element)), blocks);
      case "pre" -> blocks.add(code(element));
      case "blockquote" -> add("", quote(element), blocks);
      case "hr" -> blocks.add("---");
      case "table" -> add("", table(element), blocks);
      default -> {
        if (PARAGRAPHS.contains(name)) {
          StringBuilder line = new StringBuilder(text(element));
          paragraph(line, blocks);
        } else {
          blocks.addAll(blocks(element));
        }
      }
    }
  }

  private static void add(String mark, String text, List<String> blocks) {
    if (!text.isBlank()) {
      blocks.add(mark + text);
    }
  }

  private String quote(Element quote) {
    depth++;
    String text = String.join("\n\n", blocks(quote));
    String quoted = text.isEmpty() ? "" : indented("> ", "> ", text);
    depth--;
    return quoted;
  }

  private static int start(Element list) {
    String start = list.attr("start");
    return start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1;
  }

  /** A list whose numbers begin there; without numbers below zero. */
  private String list(Element list, int start) {
    depth++;
    List<String> items = new ArrayList<>();
    int number = start;
    for (Element item : list.children()) {
      String mark = start < 0 ? "- " : number++ + ". ";
      List<String> blocks =
          item.normalName().equals("ul") || item.normalName().equals("ol")
              ? List.of(list(item, -1)) // wrong, but seen
              : blocks(item);
      boolean tight = blocks.size() < 2 || item.select("> p").isEmpty();
      items.add(
          indented(mark, " ".repeat(mark.length()), String.join(tight ? "\n" : "\n\n", blocks)));
    }
    depth--;
    return String.join("\n", items);
  }

  /** Indents what is within a container, unless so many are around it that nobody can tell. */
  private String indented(String first, String others, String text) {
    if (depth > DEEPEST) {
      return text;
    }
    StringBuilder whole = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      String mark = whole.isEmpty() ? first : others;
      whole.append(line.isEmpty() ? mark.stripTrailing() : mark + line).append('\n');
    }
    return whole.substring(0, whole.length() - 1);
  }

  private static String code(Element pre) {
    String text = pre.wholeText().replaceAll("\n+$", "");
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    String language = "";
    for (String each : pre.select("> code").eachAttr("class")) {
      language = each.replaceFirst("^.*?\\b(?:language|lang)-(\\w+).*$", "$1");
    }
    return fence + (language.matches("\\w+") ? language : "") + "\n" + text + "\n" + fence;
  }

  private static String table(Element table) {
    List<String> lines = new ArrayList<>();
    for (Element row : table.select("tr")) {
      List<String> cells = new ArrayList<>();
      for (Element cell : row.select("> th, > td")) {
        cells.add(text(cell).replace("|", "\\|").replace("\n", " "));
      }
      lines.add("| " + String.join(" | ", cells) + " |");
      if (lines.size() == 1) {
        lines.add("|" + " --- |".repeat(Math.max(1, cells.size())));
      }
    }
    return String.join("\n", lines);
  }

  private static String text(Element element) {
    StringBuilder line = new StringBuilder();
    element.childNodes().forEach(child -> inline(child, line));
    return line.toString().strip();
  }

  private static void inline(Node node, StringBuilder line) {
    if (node instanceof TextNode text) {
      String plain = BLANKS.matcher(text.getWholeText()).replaceAll(" ");
      boolean afterBlank = line.isEmpty() || Character.isWhitespace(line.charAt(line.length() - 1));
      line.append(
          SPECIAL
              .matcher(afterBlank ? plain.stripLeading() : plain)
              .replaceAll(mark -> "\\\\" + Matcher.quoteReplacement(mark.group())));
    } else if (node instanceof Element element) {
      element(element, line);
    }
  }

  private static void element(Element element, StringBuilder line) {
    switch (element.normalName()) {
      case "br" -> line.append("\\\n");
      case "b", "strong" -> wrapped("**", element, line);
      case "i", "em" -> wrapped("*", element, line);
      case "del", "s", "strike" -> wrapped("~~", element, line);
      case "code", "kbd", "samp", "tt" -> line.append(inlineCode(element.wholeText()));
      case "img" ->
          line.append("![%s](%s)".formatted(element.attr("alt"), address(element, "src")));
      case "a" -> {
        String text = text(element);
        line.append(
            element.hasAttr("href") ? "[%s](%s)".formatted(text, address(element, "href")) : text);
      }
      default -> element.childNodes().forEach(child -> inline(child, line));
    }
  }

  private static void wrapped(String mark, Element element, StringBuilder line) {
    String text = text(element);
    line.append(text.isEmpty() ? "" : mark + text + mark);
  }

  private static String inlineCode(String text) {
    return text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
  }

  private static String address(Element element, String attribute) {
    String absolute = element.absUrl(attribute);
    String address = absolute.isEmpty() ? element.attr(attribute) : absolute;
    return address
        .replaceAll("\\s", "%20")
        .replace("(", "%28")
        .replace(")", "%29")
        .replace("<", "%3C")
        .replace(">", "%3E");
  }
}
