/**
 * The scenario language: a trip through the shop, one step per line, each with what the lane must show afterwards. The
 * language, its parser and its runner; no clock, no machine, no lane.
 */
package org.samokasa.sim.script;
