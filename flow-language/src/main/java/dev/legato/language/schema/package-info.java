/**
 * The JSON Schema of the language (draft 7), for editors. Start at {@link
 * dev.legato.language.schema.FlowSchema}.
 */
@NullMarked
package dev.legato.language.schema;

import org.jspecify.annotations.NullMarked;
