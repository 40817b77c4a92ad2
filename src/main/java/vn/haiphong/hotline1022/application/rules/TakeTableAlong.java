package vn.haiphong.hotline1022.application.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.application.port.TableSheets;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.rules.Values;

/** Mang bảng ra tệp, lấy bảng từ tệp: a table goes out as a sheet of an office and comes back into a draft. */
@Service
public class TakeTableAlong {

    private final TableFiles files;
    private final TableSheets sheets;
    private final SayRules say;

    TakeTableAlong(TableFiles files, TableSheets sheets, SayRules say) {
        this.files = files;
        this.sheets = sheets;
        this.say = say;
    }

    public byte[] sheet(String dmn) {
        var table = files.read(dmn);
        var names = new LinkedHashMap<String, Map<String, String>>();
        say.columns(table).forEach(column -> {
            if (column.values() instanceof Values.Codes codes) {
                names.put(column.id(), codes.names());
            }
        });
        try (var out = new ByteArrayOutputStream()) {
            sheets.write(table, names, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the draft would be; nothing is changed by it.
     *
     * @param file XLSX or DMN
     * @return a DMN file
     * @throws BusinessRefusal if it is neither, or another table
     */
    public String into(Change change, byte[] file) {
        if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
            return files.withRows(change.dmn(), sheets.read(file, files.read(change.dmn())));
        }
        var dmn = text(file);
        var table = files.read(dmn);
        if (!table.key().equals(change.tableKey())) {
            throw new BusinessRefusal(
                    "file", "Tệp là bảng “" + table.key() + "”, bản nháp là bảng “" + change.tableKey() + "”.");
        }
        return dmn;
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BusinessRefusal("file", "Tệp không phải XLSX, cũng không phải DMN viết bằng UTF-8.");
        }
    }
}
