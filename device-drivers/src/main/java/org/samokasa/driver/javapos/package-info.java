/**
 * Any maker's JavaPOS service as one of our devices, by the logical name that {@code jpos.xml} gives it. Calls of JavaPOS
 * block, so each device has one thread for them; what they answer is taken in at the next poll. Nothing else sees
 * {@code jpos}. Source: protocol sheet javapos.
 */
package org.samokasa.driver.javapos;
