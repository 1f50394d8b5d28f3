/**
 * What is installed and how texts become its properties. Start at {@link
 * dev.legato.plugin.type.TypeCatalog}.
 */
@NullMarked
package dev.legato.plugin.type;

import org.jspecify.annotations.NullMarked;
