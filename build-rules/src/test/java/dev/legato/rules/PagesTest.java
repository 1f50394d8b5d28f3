package dev.legato.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of the repository lead where they say, and have one title each. */
class PagesTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]*`");
  private static final Set<String> NOT_OURS =
      Set.of(".git", ".legato-cache", "data", "node_modules", "target");

  @Test
  void everyPageIsWhole() throws IOException {
    List<Path> pages = pages();
    List<String> complaints = new ArrayList<>();
    for (Path page : pages) {
      complaints.addAll(complaints(page, Files.readString(page), Files::exists));
    }

    assertThat(pages).isNotEmpty();
    assertThat(complaints).isEmpty();
  }

  @Test
  void everyDecisionIsListed() throws IOException {
    Path folder = Product.root().resolve("docs/decisions");
    String index = Files.readString(folder.resolve("README.md"));

    assertThat(pages())
        .filteredOn(page -> page.startsWith(folder) && !page.endsWith("README.md"))
        .isNotEmpty()
        .allSatisfy(page -> assertThat(index).contains("(" + page.getFileName() + ")"));
  }

  @Test
  void aLinkToNowhereIsReported() {
    Path page = Path.of("docs/page.md");
    String text = "# Page\n[a](there.md) [b](gone.md#part) [c](https://example.org) [d](#here)";

    assertThat(complaints(page, text, target -> target.endsWith("docs/there.md")))
        .containsExactly("docs/page.md links to gone.md#part, which does not exist");
  }

  @Test
  void aPageWithoutExactlyOneTitleIsReported() {
    assertThat(complaints(Path.of("a.md"), "Text only", _ -> true))
        .containsExactly("a.md has 0 titles instead of one");
    assertThat(complaints(Path.of("a.md"), "# One\n# Two", _ -> true)).hasSize(1);
    assertThat(complaints(Path.of("a.md"), "# One\n```\n# a remark\n```", _ -> true)).isEmpty();
  }

  private static List<String> complaints(Path page, String text, Predicate<Path> exists) {
    List<String> complaints = new ArrayList<>();
    String prose = CODE.matcher(text).replaceAll("");
    long titles = prose.lines().filter(line -> line.startsWith("# ")).count();
    if (titles != 1) {
      complaints.add("%s has %d titles instead of one".formatted(page, titles));
    }
    LINK.matcher(prose)
        .results()
        .map((MatchResult link) -> link.group(1))
        .filter(link -> !link.startsWith("#") && !link.matches("[a-z]+:.*"))
        .filter(link -> !exists.test(page.resolveSibling(withoutAnchor(link)).normalize()))
        .map(link -> "%s links to %s, which does not exist".formatted(page, link))
        .forEach(complaints::add);
    return complaints;
  }

  private static String withoutAnchor(String link) {
    int anchor = link.indexOf('#');
    return anchor < 0 ? link : link.substring(0, anchor);
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    Files.walkFileTree(
        Product.root(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(Product.root())
                    && NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")) {
              pages.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    pages.sort(null);
    return pages;
  }
}
