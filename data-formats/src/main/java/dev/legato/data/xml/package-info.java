/**
 * XML. Start at {@link dev.legato.data.xml.XmlRowReader} and {@link
 * dev.legato.data.xml.XmlRowWriter}.
 *
 * <p>Nothing outside of the file is ever read, and entities that the file declares are not
 * expanded.
 */
@NullMarked
package dev.legato.data.xml;

import org.jspecify.annotations.NullMarked;
