/** Drivers of weighing machines. */
package org.samokasa.driver.scale;
