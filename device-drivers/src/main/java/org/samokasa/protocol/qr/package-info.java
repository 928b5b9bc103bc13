/**
 * Payments by a code on the screen: the texts of four public formats, and what becomes of one that is shown. Showing a code is
 * not receiving money: only a {@link org.samokasa.protocol.qr.QrProvider} can say that it came. Section numbers are those of
 * the project's payment rules.
 */
package org.samokasa.protocol.qr;
