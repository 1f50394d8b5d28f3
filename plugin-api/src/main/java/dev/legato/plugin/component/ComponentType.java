package dev.legato.plugin.component;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a record that can stand in a property whose type is a sealed interface. In a flow, the key
 * {@code type} says which of the interface's records is meant.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ComponentType {
  /** The full name, such as {@code io.kestra.plugin.core.runner.Process}. */
  String value();

  /** Older full names that keep working. */
  String[] aliases() default {};

  /** One sentence: what it is. */
  String title();
}
