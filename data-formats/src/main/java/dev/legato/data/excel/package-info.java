/**
 * Excel workbooks ({@code .xlsx}). Start at {@link dev.legato.data.excel.Workbook} and {@link
 * dev.legato.data.excel.WorkbookWriter}.
 *
 * <p>Workbooks are read here, by the parsers of the JDK: a workbook is a packed folder of XML, and
 * may come from anyone.
 */
@NullMarked
package dev.legato.data.excel;

import org.jspecify.annotations.NullMarked;
