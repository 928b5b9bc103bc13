/** Drivers of lights above lanes. */
package org.samokasa.driver.light;
