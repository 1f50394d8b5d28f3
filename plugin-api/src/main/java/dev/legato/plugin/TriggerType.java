package dev.legato.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a trigger. Put on the record that implements {@link TriggerSource}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TriggerType {
  /** The full name, such as {@code io.kestra.plugin.core.http.Trigger}. */
  String value();

  /** Older full names that keep working. */
  String[] aliases() default {};

  /** One sentence: what starts the flow. */
  String title();

  /** What people need to know beyond the title, in Markdown. */
  String description() default "";

  /** What to use instead; empty when the trigger is not deprecated. */
  String replacedBy() default "";

  /** From one question of a polling trigger to the next when the author says nothing. */
  String interval() default "PT1M";
}
