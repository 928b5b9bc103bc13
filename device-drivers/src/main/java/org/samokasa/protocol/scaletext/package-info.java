/**
 * Two makes that send their weight as plain text: Epelsa unasked, Adam and Kern when asked. No check in the frames. Source:
 * protocol sheet scale-serial, section 6, marked there as known from one source.
 */
package org.samokasa.protocol.scaletext;
