package vn.haiphong.hotline1022.adapter.persistence.masterdata;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.GoldenSets;

/** The files the office reads and extends; lines with # are remarks. */
@Component
class GoldenFiles implements GoldenSets {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreSurroundingSpaces(true)
            .get();

    @Override
    public List<GoldenSet> all() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath:masterdata/golden/*.csv"))
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .map(GoldenFiles::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenSet read(Resource file) {
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
                var parser = FORMAT.parse(reader)) {
            return new GoldenSet(
                    file.getFilename().replace(".csv", ""),
                    parser.stream().<Map<String, String>>map(row -> row.toMap()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
