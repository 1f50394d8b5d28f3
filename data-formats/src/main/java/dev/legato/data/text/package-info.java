/** Values as people read them in CSV and Excel. Start at {@link dev.legato.data.text.TextRules}. */
@NullMarked
package dev.legato.data.text;

import org.jspecify.annotations.NullMarked;
