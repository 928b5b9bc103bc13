/** The shop's own words and sums: money, goods, baskets, tax, receipts. The JDK and nothing else; no clock, no I/O. */
package org.samokasa.kiosk.domain;
