package vn.haiphong.hotline1022.domain.directory;

import java.util.Set;

/**
 * A unit of the city as it is on a day.
 *
 * @param code code of the General Statistics Office
 * @param name with its kind: "Quận Lê Chân"
 * @param kind quan, huyen, thanh_pho, phuong, xa, thi_tran, dac_khu
 * @param parentCode the district above; null for a district, and from 2025-07-01 on
 * @param agencyCode the People's Committee that answers for it
 */
public record Area(String code, String name, String kind, String parentCode, String agencyCode) {

    private static final Set<String> DISTRICTS = Set.of("quan", "huyen", "thanh_pho");

    /** Whether it is, or was, a district: a quận, a huyện or the city of Thủy Nguyên. */
    public boolean isDistrict() {
        return DISTRICTS.contains(kind);
    }
}
