/**
 * The part of ESC/POS that a receipt needs: documents to bytes, status bytes to conditions, and the talk that proves that
 * a receipt is out. Source: protocol sheet printer-escpos.
 */
package org.samokasa.protocol.escpos;
