/**
 * Dialog 06, the European checkout dialogue: the till sends the unit price, the scale answers weight, price and amount, and now
 * and then wants a proof that the till is an approved one. Source: protocol sheet scale-serial, section 4.
 */
package org.samokasa.protocol.scaledialog;
