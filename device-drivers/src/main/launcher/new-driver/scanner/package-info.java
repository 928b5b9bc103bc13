/** The scanner @name@: its frames and what they mean. */
package org.samokasa.protocol.@package@;
