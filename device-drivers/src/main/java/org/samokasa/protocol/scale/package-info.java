/**
 * What all scales on a serial line have in common: what they can say, how one asks, waits, repeats and gives up. A make is a
 * {@link org.samokasa.protocol.scale.ScaleDialect}. Source: protocol sheet scale-serial, section 1.
 */
package org.samokasa.protocol.scale;
