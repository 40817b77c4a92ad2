package vn.haiphong.hotline1022.adapter.persistence;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.FigureSettings;

@Repository
class JdbcFigureSettings implements FigureSettings {

    private final JdbcClient jdbc;

    JdbcFigureSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int smallNumber() {
        return Integer.parseInt(setting("figures.small-number").strip());
    }

    @Override
    public List<Integer> lateDays() {
        return Stream.of(setting("figures.late-days").split(","))
                .map(String::strip)
                .filter(bound -> !bound.isEmpty())
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    private String setting(String name) {
        return jdbc.sql("select value from setting where name = ?")
                .param(name)
                .query(String.class)
                .single();
    }
}
