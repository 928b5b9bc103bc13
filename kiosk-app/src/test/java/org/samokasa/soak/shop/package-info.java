/**
 * A shop of machines: lanes with everything that stands on them, the hub, and the cables between. The processes on it are
 * the shipped ones; only what reaches outside is replaced.
 */
package org.samokasa.soak.shop;
