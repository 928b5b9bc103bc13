/** Bytes of serial scales and scanners in words for people, one ordered map for each frame, ready for JSON. */
package org.samokasa.protocol.explain;
