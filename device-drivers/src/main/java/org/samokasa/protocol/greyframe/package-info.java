/** Pictures in shades of grey as a stream: PGM files one behind the other, which any camera program can write. */
package org.samokasa.protocol.greyframe;
