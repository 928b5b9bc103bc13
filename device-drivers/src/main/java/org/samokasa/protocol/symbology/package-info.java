/** Names that readers give to symbologies, turned into AIM identifiers. Source: protocol sheets scanner-serial 3 and 5. */
package org.samokasa.protocol.symbology;
