/**
 * Glue: one link, one framer, one codec and one session, seen from outside as one machine of {@code devices}.
 */
package org.samokasa.driver;
