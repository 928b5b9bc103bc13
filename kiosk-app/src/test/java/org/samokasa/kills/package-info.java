/**
 * Real processes of a shop, killed hard at random moments, and a judge that compares what was shown, charged, sold and
 * called with what is there afterwards; see docs/kills.md.
 */
package org.samokasa.kills;
