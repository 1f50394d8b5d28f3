/** YAML and expressions into the model, with line and column in every complaint. */
@NullMarked
package dev.legato.language;

import org.jspecify.annotations.NullMarked;
