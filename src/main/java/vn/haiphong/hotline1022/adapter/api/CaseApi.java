package vn.haiphong.hotline1022.adapter.api;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.haiphong.hotline1022.application.port.CheckedFile;
import vn.haiphong.hotline1022.application.receive.InvalidPetition;
import vn.haiphong.hotline1022.application.receive.JudgeFiles;
import vn.haiphong.hotline1022.application.resolve.AddEvidence;

/** The door for programs of the agencies: what shows that the work is done. Whoever knocks has logged in (HTTP Basic). */
@RestController
class CaseApi {

    private final JudgeFiles judge;
    private final AddEvidence evidence;

    CaseApi(JudgeFiles judge, AddEvidence evidence) {
        this.judge = judge;
        this.evidence = evidence;
    }

    /** @param shows before or after the work */
    @PostMapping(
            path = "/api/cases/{code}/evidence",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> add(
            @PathVariable String code,
            @RequestParam(name = "files", required = false) List<MultipartFile> files,
            @RequestParam(defaultValue = "after") String shows) {
        if (code.length() > 40 || code.indexOf('\u0000') >= 0 || !evidence.mayAdd(code)) {
            throw new NoSuchPetition();
        }
        var judged = judge.of(
                files == null ? List.of() : files.stream().map(CaseApi::upload).toList());
        if (!judged.faults().isEmpty()) {
            throw new InvalidPetition(judged.faults());
        }
        if (!evidence.to(code, judged.files(), shows)) {
            throw new NoSuchPetition();
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Map.of(
                        "code",
                        code,
                        "added",
                        judged.files().stream().map(CheckedFile::name).toList()));
    }

    private static JudgeFiles.Upload upload(MultipartFile part) {
        return JudgeFiles.Upload.of(part.getOriginalFilename(), part.getSize(), part::getBytes);
    }
}
