/**
 * What GS1 puts beside an article number: application identifiers as a table, the three ways in which they are written
 * (element string, brackets for people, web link), their dates and which of them may stand together.
 */
package org.samokasa.kiosk.domain.barcode.gs1;
