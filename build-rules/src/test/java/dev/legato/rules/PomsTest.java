package dev.legato.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rules.Modules.Module;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The poms declare no arrow that {@link Modules} does not have, and no module is forgotten. */
class PomsTest {

  @Test
  void everyModuleOfTheBuildIsInTheTable() throws Exception {
    Document parent = xml(Files.readString(Product.root().resolve("pom.xml")));
    List<String> built =
        texts(parent.getDocumentElement(), "module").stream()
            .filter(directory -> !List.of("build-rules", "ui-tests").contains(directory))
            .toList();

    assertThat(built)
        .containsExactlyInAnyOrderElementsOf(Modules.ALL.stream().map(Module::directory).toList());
  }

  @Test
  void dependenciesFollowTheArrows() {
    assertThat(Modules.ALL)
        .allSatisfy(module -> assertThat(forbiddenIn(module, pomOf(module))).isEmpty());
  }

  @Test
  void aDependencyWithoutAnArrowIsReported() throws Exception {
    Module engine = moduleAt("engine");

    assertThat(forbiddenIn(engine, pomWith("dev.legato", "legato-worker", "compile")))
        .containsExactly("engine may not depend on dev.legato:legato-worker");
  }

  @Test
  void aLibraryInAModuleWithoutLibrariesIsReported() throws Exception {
    Module engine = moduleAt("engine");

    assertThat(forbiddenIn(engine, pomWith("com.google.guava", "guava", "compile")))
        .containsExactly("engine may not depend on com.google.guava:guava");
    assertThat(forbiddenIn(engine, pomWith("org.assertj", "assertj-core", "test"))).isEmpty();
  }

  private static List<String> forbiddenIn(Module module, Document pom) {
    List<String> allowed =
        Stream.concat(
                module.mayUse().stream().map(PomsTest::artifactOf),
                Stream.of("org.jspecify:jspecify"))
            .toList();
    List<String> complaints = new ArrayList<>();
    NodeList dependencies = pom.getElementsByTagName("dependency");
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      String name = text(dependency, "groupId") + ":" + text(dependency, "artifactId");
      boolean decided =
          name.startsWith("dev.legato:") || Modules.WITHOUT_LIBRARIES.contains(module.directory());
      if (decided && !text(dependency, "scope").equals("test") && !allowed.contains(name)) {
        complaints.add("%s may not depend on %s".formatted(module.directory(), name));
      }
    }
    return complaints;
  }

  private static String artifactOf(String directory) {
    return "dev.legato:legato-" + directory.replace("plugins/", "plugin-");
  }

  private static Module moduleAt(String directory) {
    return Modules.ALL.stream()
        .filter(module -> module.directory().equals(directory))
        .findFirst()
        .orElseThrow();
  }

  private static Document pomOf(Module module) {
    try {
      return xml(Files.readString(Product.root().resolve(module.directory()).resolve("pom.xml")));
    } catch (Exception e) {
      throw new IllegalStateException("Expected a readable pom in " + module.directory(), e);
    }
  }

  private static Document pomWith(String group, String artifact, String scope) throws Exception {
    return xml(
        """
        <project><dependencies><dependency>
          <groupId>%s</groupId><artifactId>%s</artifactId><scope>%s</scope>
        </dependency></dependencies></project>
        """
            .formatted(group, artifact, scope));
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static String text(Element parent, String name) {
    return texts(parent, name).stream().findFirst().orElse("");
  }

  private static List<String> texts(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent().strip());
    }
    return texts;
  }
}
