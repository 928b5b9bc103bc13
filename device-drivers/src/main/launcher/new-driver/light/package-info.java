/** The light @name@: its commands and answers. */
package org.samokasa.protocol.@package@;
