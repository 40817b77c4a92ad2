package vn.haiphong.hotline1022.adapter.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;
import vn.haiphong.hotline1022.application.receive.SentFiles;

/** What the form sent along. */
record Attachments(MultipartFile file) implements SentFiles.Upload {

    static SentFiles of(List<MultipartFile> uploaded) {
        return SentFiles.of(uploaded.stream().map(Attachments::new).toList());
    }

    @Override
    public String name() {
        return file.getOriginalFilename();
    }

    @Override
    public long size() {
        return file.getSize();
    }

    @Override
    public byte[] bytes() {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
