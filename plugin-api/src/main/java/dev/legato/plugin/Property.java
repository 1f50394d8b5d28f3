package dev.legato.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a property of a task (or one of its outputs). A property is required when its component
 * is neither nullable nor has a default.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Property {
  /** One sentence: what the property does. */
  String value();

  /** The property's name, where Java does not allow it as the component's. */
  String name() default "";

  /** The value when the author gives none, written as in YAML; empty for none. */
  String defaultValue() default "";

  /** Older names that keep working. */
  String[] aliases() default {};

  /** What to use instead, as a sentence; empty when the property is not deprecated. */
  String deprecation() default "";

  /** Whether the task renders the templates itself, which may have variables of its own. */
  boolean renderedByTask() default false;

  /** Whether texts in the value are templates. */
  boolean rendered() default true;

  /** Whether an output without a value is there as null; it is left out otherwise. */
  boolean always() default false;
}
