package dev.legato.storage.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.storage.file.SafePath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FilePatternTest {
  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          *.py            | a.py              | true
          *.py            | scripts/a.py      | true
          *.py            | a.pyc             | false
          /*.py           | scripts/a.py      | false
          /*.py           | a.py              | true
          scripts/*.py    | scripts/a.py      | true
          scripts/*.py    | x/scripts/a.py    | true
          scripts/*.py    | myscripts/a.py    | false
          scripts/*.py    | scripts/x/a.py    | false
          scripts/**      | scripts/x/a.py    | true
          scripts/**/*.py | scripts/a.py      | true
          scripts/**/*.py | scripts/x/y/a.py  | true
          **              | a/b               | true
          a?.sql          | a1.sql            | true
          a?.sql          | a/.sql            | false
          a[0-4].sql      | a3.sql            | true
          a[!0-4].sql     | a3.sql            | false
          *.{sql,py}      | q/a.sql           | true
          *.{sql,py}      | q/a.txt           | false
          a.c             | abc               | false
          a+(b)           | a+(b)             | true
          """)
  void aPatternMatchesAPathFromAnyFolderOn(String glob, String path, boolean matches) {
    assertThat(FilePattern.anyOf(List.of(glob)).test(SafePath.parse(path))).isEqualTo(matches);
  }

  @Test
  void noPatternMatchesEverythingAndSeveralMatchWhatOneOfThemMatches() {
    assertThat(FilePattern.anyOf(List.of()).test(SafePath.parse("a"))).isTrue();
    assertThat(FilePattern.anyOf(List.of("b", "a")).test(SafePath.parse("a"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{a", "{a,{b}}", "[a", "a[", "{{a}}"})
  void aMalformedPatternIsRefused(String glob) {
    assertThatThrownBy(() -> FilePattern.anyOf(List.of(glob)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no pattern of files");
  }
}
