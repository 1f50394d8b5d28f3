/** Tasks on files of JSON and TOON. */
@NullMarked
package dev.legato.plugins.serdes.json;

import org.jspecify.annotations.NullMarked;
