/** Tasks on files of XML. */
@NullMarked
package dev.legato.plugins.serdes.xml;

import org.jspecify.annotations.NullMarked;
