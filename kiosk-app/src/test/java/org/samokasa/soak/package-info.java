/**
 * Deterministic simulation of a whole shop with faults: lanes with all their machines, the hub, the broker, attendants and
 * shoppers under one virtual clock, one seed and one thread. The code under test is the shipped one; see docs/soak.md.
 */
package org.samokasa.soak;
