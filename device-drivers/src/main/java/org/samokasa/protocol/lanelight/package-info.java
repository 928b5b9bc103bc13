/** Bytes of lights and of the relay boards that switch them. Source: protocol sheet lane-light. */
package org.samokasa.protocol.lanelight;
