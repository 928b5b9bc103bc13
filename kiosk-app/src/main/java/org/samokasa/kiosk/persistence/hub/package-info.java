/**
 * What the hub has recorded, as tables to ask questions of. The tables are made from the hub's journal and can be made
 * again at any time; nothing is true because it stands here.
 */
package org.samokasa.kiosk.persistence.hub;
