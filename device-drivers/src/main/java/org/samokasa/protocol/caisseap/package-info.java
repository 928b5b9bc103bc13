/**
 * Caisse-AP over IP, version 3: one request, one answer, plain ASCII, no question about the past. Section numbers are
 * those of the project's sheet on the protocol.
 */
package org.samokasa.protocol.caisseap;
