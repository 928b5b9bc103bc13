/**
 * The Mettler 8217 family of checkout scales: one letter asks, one short frame answers. The frames carry no check of
 * their own beyond the parity of the line. Source: protocol sheet scale-serial, sections 1 and 2.
 */
package org.samokasa.protocol.scale8217;
