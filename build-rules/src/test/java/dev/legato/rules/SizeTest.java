package dev.legato.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rules.Budget.Overrun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Files, methods and constructors keep to their {@link Budget}.
 *
 * <p>What was too large already is listed in {@code size-ratchet.txt} with its size. The list may
 * only shrink: an entry that grew, that is smaller than it says, or that is not needed any more is
 * a failure.
 */
class SizeTest {
  private static final String RATCHET = "build-rules/src/test/resources/size-ratchet.txt";

  @Test
  void mainCodeKeepsToItsBudgets() throws IOException {
    List<Overrun> overruns =
        Product.mainSources().stream().flatMap(file -> Budget.overruns(file).stream()).toList();

    assertThat(compare(overruns, ratchet())).isEmpty();
  }

  @Test
  void aLongFileIsReported() {
    assertThat(overrunsOf("class A {" + "\n".repeat(399) + "}")).isEmpty();
    assertThat(overrunsOf("class A {" + "\n".repeat(400) + "}"))
        .containsExactly(new Overrun(Budget.FILE_LINES, "x/A.java", 401));
  }

  @Test
  void aLongMethodIsReported() {
    String body = "class A { class B {\n @Table(\n1,\n2)\n void m(int[] a, String b) {%s}}}";

    assertThat(overrunsOf(body.formatted("\n".repeat(39)))).isEmpty();
    assertThat(overrunsOf(body.formatted("\n".repeat(40))))
        .containsExactly(new Overrun(Budget.METHOD_LINES, "x/A.java A.B.m(int[],String)", 41));
  }

  @Test
  void aConstructorWithSevenParametersIsReported() {
    assertThat(overrunsOf("class A { A(int a, int b, int c, int d, int e, int f) {} }")).isEmpty();
    assertThat(overrunsOf("class A { A(int a, int b, int c, int d, int e, int f, int g) {} }"))
        .containsExactly(
            new Overrun(
                Budget.CONSTRUCTOR_PARAMETERS,
                "x/A.java A.<init>(int,int,int,int,int,int,int)",
                7));
  }

  @Test
  void recordsMayHaveMoreComponents() {
    assertThat(overrunsOf("record A(int a, int b, int c, int d, int e, int f, int g) { A {} }"))
        .isEmpty();
  }

  @Test
  void theRatchetHoldsTheSizeOfEveryEntry() {
    Overrun long50 = new Overrun(Budget.METHOD_LINES, "A.java A.m()", 50);

    assertThat(compare(List.of(long50), Map.of(long50.key(), 50))).isEmpty();
    assertThat(compare(List.of(long50), Map.of()))
        .containsExactly("METHOD_LINES A.java A.m() is 50, the budget is 40: split it");
    assertThat(compare(List.of(long50), Map.of(long50.key(), 49)))
        .containsExactly("METHOD_LINES A.java A.m() grew from 49 to 50: split it");
    assertThat(compare(List.of(long50), Map.of(long50.key(), 60)))
        .containsExactly("METHOD_LINES A.java A.m() shrank to 50: lower its entry of 60");
    assertThat(compare(List.of(), Map.of(long50.key(), 50)))
        .containsExactly("METHOD_LINES A.java A.m() keeps to its budget: remove its entry");
  }

  private static List<Overrun> overrunsOf(String source) {
    return Budget.overruns(SourceFile.parse("x/A.java", source));
  }

  private static List<String> compare(List<Overrun> overruns, Map<String, Integer> ratchet) {
    List<String> complaints = new ArrayList<>();
    Map<String, Integer> unused = new LinkedHashMap<>(ratchet);
    for (Overrun overrun : overruns) {
      Integer listed = unused.remove(overrun.key());
      if (listed == null) {
        complaints.add(
            "%s is %d, the budget is %d: split it"
                .formatted(overrun.key(), overrun.size(), overrun.budget().limit()));
      } else if (listed < overrun.size()) {
        complaints.add(
            "%s grew from %d to %d: split it".formatted(overrun.key(), listed, overrun.size()));
      } else if (listed > overrun.size()) {
        complaints.add(
            "%s shrank to %d: lower its entry of %d"
                .formatted(overrun.key(), overrun.size(), listed));
      }
    }
    unused.forEach((key, _) -> complaints.add(key + " keeps to its budget: remove its entry"));
    return complaints;
  }

  /** Lines of {@code KEY = size}; a line that begins with # is a remark. */
  private static Map<String, Integer> ratchet() throws IOException {
    Map<String, Integer> entries = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Product.root().resolve(RATCHET))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int equals = line.lastIndexOf(" = ");
        entries.put(line.substring(0, equals), Integer.valueOf(line.substring(equals + 3)));
      }
    }
    return entries;
  }
}
