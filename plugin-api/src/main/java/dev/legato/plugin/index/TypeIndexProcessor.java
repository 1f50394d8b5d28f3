package dev.legato.plugin.index;

import dev.legato.plugin.TaskType;
import dev.legato.plugin.type.TypeIndex;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Writes the list of a plugin's types while the plugin is compiled. The compiler finds it when this
 * jar is on its processor path.
 */
@SupportedAnnotationTypes("dev.legato.plugin.TaskType")
public final class TypeIndexProcessor extends AbstractProcessor {
  private final List<TypeIndex.Entry> entries = new ArrayList<>();

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element element : round.getElementsAnnotatedWith(TaskType.class)) {
      TaskType annotation = element.getAnnotation(TaskType.class);
      String className =
          processingEnv.getElementUtils().getBinaryName((TypeElement) element).toString();
      entries.add(
          new TypeIndex.Entry(className, annotation.value(), List.of(annotation.aliases())));
    }
    if (round.processingOver() && !entries.isEmpty()) {
      write();
    }
    return false;
  }

  private void write() {
    entries.sort(Comparator.comparing(TypeIndex.Entry::name)); // equal sources give equal jars
    try (Writer writer =
        processingEnv
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", TypeIndex.RESOURCE)
            .openWriter()) {
      for (TypeIndex.Entry entry : entries) {
        writer.write(entry.line() + "\n");
      }
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(
              Diagnostic.Kind.ERROR, "Cannot write " + TypeIndex.RESOURCE + ": " + e.getMessage());
    }
  }
}
