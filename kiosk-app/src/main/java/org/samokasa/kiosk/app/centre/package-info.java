/**
 * The help centre: one process that shows operators the requests of many shops. It passes on what hubs say and what
 * operators do, and knows nothing by itself; see docs/decisions/0028-centre-is-a-relay.md.
 */
package org.samokasa.kiosk.app.centre;
