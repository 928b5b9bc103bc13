/**
 * NCI and Weigh-Tronix SCP-01, and the ECR variant: a letter and CR ask, a frame of weight and status bytes answers, ended by
 * ETX. No check of its own beyond the parity of the line. Source: protocol sheet scale-serial, section 3.
 */
package org.samokasa.protocol.scalenci;
