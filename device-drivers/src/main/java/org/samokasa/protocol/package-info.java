/**
 * Pure bytes: framers, codecs and sessions, one folder for each protocol.
 *
 * <p>No thread, port, clock, stream or logger in here. Time comes in as an argument, bytes come in and go out as
 * {@link org.samokasa.protocol.Bytes}.
 */
package org.samokasa.protocol;
