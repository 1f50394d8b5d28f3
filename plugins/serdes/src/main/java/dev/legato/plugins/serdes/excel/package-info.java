/** Tasks on files of Excel. */
@NullMarked
package dev.legato.plugins.serdes.excel;

import org.jspecify.annotations.NullMarked;
