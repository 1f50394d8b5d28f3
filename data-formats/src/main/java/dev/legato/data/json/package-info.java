/**
 * JSON, as lines or as one document. Start at {@link dev.legato.data.json.JsonRowReader} and {@link
 * dev.legato.data.json.JsonRowWriter}.
 */
@NullMarked
package dev.legato.data.json;

import org.jspecify.annotations.NullMarked;
