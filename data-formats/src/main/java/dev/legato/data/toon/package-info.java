/**
 * TOON, a short form of JSON for language models. Start at {@link dev.legato.data.toon.ToonText}.
 */
@NullMarked
package dev.legato.data.toon;

import org.jspecify.annotations.NullMarked;
