package dev.legato.plugin.index;

import dev.legato.plugin.TaskType;
import dev.legato.plugin.TriggerType;
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
@SupportedAnnotationTypes({"dev.legato.plugin.TaskType", "dev.legato.plugin.TriggerType"})
public final class TypeIndexProcessor extends AbstractProcessor {
  private final List<TypeIndex.Entry> tasks = new ArrayList<>();
  private final List<TypeIndex.Entry> triggers = new ArrayList<>();

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element element : round.getElementsAnnotatedWith(TaskType.class)) {
      TaskType task = element.getAnnotation(TaskType.class);
      tasks.add(entry(element, task.value(), task.aliases()));
    }
    for (Element element : round.getElementsAnnotatedWith(TriggerType.class)) {
      TriggerType trigger = element.getAnnotation(TriggerType.class);
      triggers.add(entry(element, trigger.value(), trigger.aliases()));
    }
    if (round.processingOver()) {
      write(TypeIndex.TASKS, tasks);
      write(TypeIndex.TRIGGERS, triggers);
    }
    return false;
  }

  private TypeIndex.Entry entry(Element element, String name, String[] aliases) {
    String className =
        processingEnv.getElementUtils().getBinaryName((TypeElement) element).toString();
    return new TypeIndex.Entry(className, name, List.of(aliases));
  }

  private void write(String resource, List<TypeIndex.Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    entries.sort(Comparator.comparing(TypeIndex.Entry::name)); // equal sources give equal jars
    try (Writer writer =
        processingEnv
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", resource)
            .openWriter()) {
      for (TypeIndex.Entry entry : entries) {
        writer.write(entry.line() + "\n");
      }
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, "Cannot write " + resource + ": " + e.getMessage());
    }
  }
}
