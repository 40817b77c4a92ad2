package vn.haiphong.hotline1022.adapter.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.domain.directory.Agency;
import vn.haiphong.hotline1022.domain.directory.AgencyHistory.DatedAgency;

@Repository
class JdbcAgencies implements Agencies {

    private final MasterData masterData;

    JdbcAgencies(MasterData masterData) {
        this.masterData = masterData;
    }

    @Override
    public Optional<Agency> find(String code, LocalDate day) {
        return masterData.current().agencies().find(code, day);
    }

    @Override
    public Optional<Agency> orSuccessor(String code, LocalDate day) {
        return masterData.current().agencies().orSuccessor(code, day);
    }

    @Override
    public List<Agency> all(LocalDate day) {
        return masterData.current().agencies().on(day);
    }

    @Override
    public List<Agency> ever() {
        return masterData.current().agencies().ever();
    }

    @Override
    public List<DatedAgency> throughTheYears() {
        return masterData.current().agencies().throughTheYears();
    }

    @Override
    public List<String> endedBefore(LocalDate day) {
        return masterData.current().agencies().endedBefore(day);
    }
}
