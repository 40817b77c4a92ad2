package vn.haiphong.hotline1022.adapter.portal;

import java.util.List;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import vn.haiphong.hotline1022.application.receive.JudgeFiles;

/** The files of a form, as they lie in the upload. */
final class SentFiles {

    private SentFiles() {}

    static List<JudgeFiles.Upload> in(NativeWebRequest request) {
        var upload = request.getNativeRequest(MultipartRequest.class);
        return upload == null
                ? List.of()
                : upload.getFiles("files").stream().map(SentFiles::file).toList();
    }

    private static JudgeFiles.Upload file(MultipartFile part) {
        return JudgeFiles.Upload.of(part.getOriginalFilename(), part.getSize(), part::getBytes);
    }
}
