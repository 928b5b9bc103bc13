/** The lane's facts on disk: each event one JSON record of the journal. */
package org.samokasa.kiosk.persistence.lane;
