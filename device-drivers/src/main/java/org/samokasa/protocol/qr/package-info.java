/**
 * Payments by a code on the screen: the texts of four public formats, the talk with a gateway (docs/qr-gateway.md), and what
 * becomes of a code at a provider. Showing a code is not receiving money: only a gateway, which hears of it from a
 * {@link org.samokasa.protocol.qr.QrProvider}, can say that it came. Section numbers are those of the project's payment
 * rules.
 */
package org.samokasa.protocol.qr;
