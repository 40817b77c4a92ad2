package vn.haiphong.hotline1022.adapter.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.domain.directory.Area;
import vn.haiphong.hotline1022.domain.directory.DatedArea;

@Repository
class JdbcAreas implements Areas {

    private final MasterData masterData;

    JdbcAreas(MasterData masterData) {
        this.masterData = masterData;
    }

    @Override
    public Resolution resolve(String given, LocalDate day) {
        var answer = masterData.current().areaSearch().resolve(given, day);
        return new Resolution(answer.area(), answer.question(), answer.options());
    }

    @Override
    public Optional<Area> find(String code, LocalDate day) {
        return masterData.current().areas().find(code, day);
    }

    @Override
    public Optional<Area> handlingUnit(String code, LocalDate day) {
        return masterData.current().areas().handlingUnit(code, day);
    }

    @Override
    public List<Area> all(LocalDate day) {
        return masterData.current().areas().on(day);
    }

    @Override
    public List<DatedArea> throughTheYears() {
        return masterData.current().areas().throughTheYears();
    }
}
