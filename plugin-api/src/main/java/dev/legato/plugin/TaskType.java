package dev.legato.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a task. Put on the record that implements {@link Task}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TaskType {
  /** The full name, such as {@code io.kestra.plugin.core.log.Log}. */
  String value();

  /** Older full names that keep working. */
  String[] aliases() default {};

  /** One sentence: what the task does. */
  String title();

  /** What people need to know beyond the title, in Markdown. */
  String description() default "";

  /** What to use instead; empty when the task is not deprecated. */
  String replacedBy() default "";
}
