package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.application.port.PublicCases;
import vn.haiphong.hotline1022.domain.directory.Area;

@Repository
class JdbcPublicCases implements PublicCases {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String OPEN =
            " closed_at is null and replied_at is null and not confidential and field is not null ";

    private final JdbcClient jdbc;
    private final Areas areas;

    JdbcPublicCases(JdbcClient jdbc, Areas areas) {
        this.jdbc = jdbc;
        this.areas = areas;
    }

    @Override
    public List<OpenCase> open(String field, String areaCode, Instant since) {
        return jdbc.sql(
                        "select public_id, area_code, received_at, case when consent_to_publish then content end as content"
                                + " from petition where" + OPEN
                                + "and field = ? and area_code = ? and received_at >= ? order by received_at desc limit 50")
                .params(field, areaCode, timestamp(since))
                .query((row, i) -> {
                    var received = instant(row, "received_at");
                    return new OpenCase(
                            row.getObject("public_id", UUID.class),
                            areas.find(
                                            row.getString("area_code"),
                                            received.atZone(OFFICE).toLocalDate())
                                    .map(Area::name)
                                    .orElse(row.getString("area_code")),
                            received,
                            Optional.ofNullable(row.getString("content")));
                })
                .list();
    }

    @Override
    public Optional<String> codeOfOpen(UUID id) {
        return jdbc.sql("select code from petition where public_id = ? and" + OPEN)
                .param(id)
                .query(String.class)
                .optional();
    }
}
