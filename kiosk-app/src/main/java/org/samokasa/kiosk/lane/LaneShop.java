package org.samokasa.kiosk.lane;

import java.time.ZoneId;
import org.samokasa.kiosk.domain.barcode.ScanReader;
import org.samokasa.kiosk.domain.catalogue.Catalogue;
import org.samokasa.kiosk.domain.language.Language;

/**
 * What a lane looks things up in.
 *
 * @param homeLanguage spoken when nobody has chosen another
 * @param zone of the shop: days and hours of the law are counted in it
 */
public record LaneShop(
        Catalogue catalogue,
        ScanReader scans,
        String currency,
        LanePolicy policy,
        Language homeLanguage,
        ZoneId zone) {}
