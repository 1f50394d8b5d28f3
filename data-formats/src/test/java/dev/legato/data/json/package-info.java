/** Tests of JSON. */
@NullMarked
package dev.legato.data.json;

import org.jspecify.annotations.NullMarked;
