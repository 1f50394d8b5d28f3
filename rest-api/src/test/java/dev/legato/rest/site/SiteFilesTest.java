package dev.legato.rest.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteFilesTest {
  @Test
  void thereIsNothingInAServerWithoutTheApplication() {
    var files = new SiteFiles(ClassLoader.getPlatformClassLoader(), "legato-ui/", "");

    assertThat(files.arePresent()).isFalse();
    assertThat(files.find("")).isEmpty();
    assertThat(files.find("main/flows")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../META-INF/legato/types",
        "assets/../../META-INF/x.json",
        "assets//index-abc123.js",
        ".hidden.json",
        "assets/.x.js",
        "a\\b.js",
        "assets/%2e%2e/x.js"
      })
  void nothingOutsideTheApplicationIsFound(String path) {
    var files = new SiteFiles(SiteFilesTest.class.getClassLoader(), "legato-ui/", "");

    assertThat(files.find(path).filter(file -> !file.isPage())).isEmpty();
  }
}
