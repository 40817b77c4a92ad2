package vn.haiphong.hotline1022.adapter.portal;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.SentFiles;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;

/** What came by mail is judged as what is uploaded: one file at a time, so that one that may not stay leaves the others. */
@Component
class JudgedFiles implements SentFiles {

    private static final int MOST = 5;

    @Override
    public Judged judge(List<NewPetition.File> sent) {
        var files = new ArrayList<NewPetition.File>();
        var refused = new ArrayList<String>();
        for (var file : sent) {
            if (files.size() == MOST) {
                refused.add("Còn tệp nữa; chỉ nhận " + MOST + " tệp");
                break;
            }
            var judged = Attachments.of(List.of(new Uploaded(file)));
            files.addAll(judged.files());
            refused.addAll(judged.faults().stream().map(Fault::vietnamese).toList());
        }
        return new Judged(files, refused);
    }

    private record Uploaded(NewPetition.File file) implements MultipartFile {

        @Override
        public String getName() {
            return "files";
        }

        @Override
        public String getOriginalFilename() {
            return file.name();
        }

        @Override
        public String getContentType() {
            return file.mediaType();
        }

        @Override
        public boolean isEmpty() {
            return file.bytes().length == 0;
        }

        @Override
        public long getSize() {
            return file.bytes().length;
        }

        @Override
        public byte[] getBytes() {
            return file.bytes();
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(file.bytes());
        }

        @Override
        public void transferTo(File destination) throws IOException {
            Files.write(destination.toPath(), file.bytes());
        }
    }
}
