package dev.legato.plugin.component;

/**
 * A property whose text has to have a form of its own, such as a schema. Implemented by records
 * with one component, a {@code String}, whose constructor throws an {@link
 * IllegalArgumentException} that says what is wrong with the text: when the flow is saved, if the
 * text is no template.
 */
public interface FormedText {}
