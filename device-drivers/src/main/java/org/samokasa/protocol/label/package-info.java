/** What readers that name symbologies in their own way have in common: the way to AIM identifiers. */
package org.samokasa.protocol.label;
