/**
 * The world a simulated shop lives in: one clock, one queue, one thread; disks that lose what was not forced, a broker that
 * loses and repeats, power that goes. Nothing here knows what a lane is.
 */
package org.samokasa.soak.world;
