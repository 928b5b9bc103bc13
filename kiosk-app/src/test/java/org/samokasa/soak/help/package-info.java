/**
 * A day of nothing but calls for help: twenty lanes, three helpers, the shipped hub and the shipped lines between them, with
 * power cuts, broker outages and cut cables, in virtual time. {@link org.samokasa.soak.help.HelpJudge} reads the hub's
 * journal afterwards and shares no rule with it.
 */
package org.samokasa.soak.help;
