/**
 * The control panel: pictures of machines whose buttons send the same steps a script could. It shows a {@code PanelState}
 * and sends lines of the scenario language, nothing else.
 */
package org.samokasa.sim.panel;
