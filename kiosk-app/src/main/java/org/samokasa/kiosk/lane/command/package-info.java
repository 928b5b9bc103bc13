/** What a lane is told: by the shopper, its machines, the hub and the clock. */
package org.samokasa.kiosk.lane.command;
