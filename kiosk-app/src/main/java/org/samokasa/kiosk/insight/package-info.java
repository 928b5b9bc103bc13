/**
 * What a shop learns from its calls for help: what happens again and again, which goods stop shoppers, how fast help
 * came. Pure: records in, records out; time comes in as an argument, and nothing here reads a journal or a table.
 */
package org.samokasa.kiosk.insight;
