package vn.haiphong.hotline1022.adapter.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.haiphong.hotline1022.application.rules.ListRules;
import vn.haiphong.hotline1022.application.rules.SayRules;
import vn.haiphong.hotline1022.application.rules.TakeTableAlong;
import vn.haiphong.hotline1022.domain.rules.RuleTable;

/** A table as it is and as it was, to read and to take along. */
@Controller
class TablePages {

    static final MediaType SHEET =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ListRules rules;
    private final SayRules say;
    private final TakeTableAlong along;

    TablePages(ListRules rules, SayRules say, TakeTableAlong along) {
        this.rules = rules;
        this.say = say;
        this.along = along;
    }

    /** @param cells as they are written, inputs first */
    record Line(
            int number, String id, String says, String words, List<String> cells, List<RuleTable.Example> examples) {}

    @GetMapping("/rules/tables/{key}")
    ModelAndView inForce(@PathVariable String key) {
        return page(key, null);
    }

    @GetMapping("/rules/tables/{key}/versions/{number}")
    ModelAndView version(@PathVariable String key, @PathVariable int number) {
        return page(key, number);
    }

    private ModelAndView page(String key, Integer number) {
        var looked = rules.look(key, number);
        return new ModelAndView("rules/table")
                .addObject("looked", looked)
                .addObject("lines", lines(looked.table()))
                .addObject("versions", rules.versions(key));
    }

    private List<Line> lines(RuleTable table) {
        var words = say.rows(table);
        var lines = new ArrayList<Line>();
        for (var row : table.rows()) {
            var cells = new ArrayList<>(row.tests());
            cells.addAll(row.results());
            lines.add(new Line(lines.size() + 1, row.id(), row.says(), words.get(row.id()), cells, row.examples()));
        }
        return lines;
    }

    @GetMapping("/rules/tables/{key}/versions/{number}/dmn")
    ResponseEntity<byte[]> dmn(@PathVariable String key, @PathVariable int number) {
        return file(
                key + "-v" + number + ".dmn",
                MediaType.APPLICATION_XML,
                rules.look(key, number).dmn().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/rules/tables/{key}/versions/{number}/xlsx")
    ResponseEntity<byte[]> sheet(@PathVariable String key, @PathVariable int number) {
        return file(
                key + "-v" + number + ".xlsx",
                SHEET,
                along.sheet(rules.look(key, number).dmn()));
    }

    static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
