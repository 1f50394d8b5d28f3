/**
 * Strict YAML into a tree that knows its places. Start at {@link
 * dev.legato.language.yaml.YamlReader}.
 *
 * <p>Knows nothing of flows. Reading costs a bounded amount of time and memory, whatever the text.
 */
@NullMarked
package dev.legato.language.yaml;

import org.jspecify.annotations.NullMarked;
