/**
 * SMA level 1: {@code LF letter CR} asks, a frame of 20 bytes answers. No check of its own. Source: protocol sheet
 * scale-serial, section 6.
 */
package org.samokasa.protocol.scalesma;
