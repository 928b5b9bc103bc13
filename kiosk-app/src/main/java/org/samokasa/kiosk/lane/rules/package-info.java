/**
 * What a lane decides, one subject to a class. Rules read the lane as it stands, write facts into the decision under way
 * and never look outside.
 */
package org.samokasa.kiosk.lane.rules;
