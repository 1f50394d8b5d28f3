/**
 * The filters and tests of the expression language; the front door is {@link
 * dev.legato.language.expression.filter.BuiltInFilters}.
 */
@NullMarked
package dev.legato.language.expression.filter;

import org.jspecify.annotations.NullMarked;
