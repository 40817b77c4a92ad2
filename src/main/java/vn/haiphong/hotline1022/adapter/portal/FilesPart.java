package vn.haiphong.hotline1022.adapter.portal;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haiphong.hotline1022.application.inform.OpenFiles.SenderFile;
import vn.haiphong.hotline1022.application.inform.OpenFiles.SenderFiles;
import vn.haiphong.hotline1022.application.port.PetitionStatus;

/**
 * The files of a petition as its page shows them.
 *
 * @param mayAdd whether more are taken now
 * @param mayEnclose whether they are taken together with words, which is always so for who holds the full key
 */
record FilesPart(List<Shown> shown, boolean mayAdd, boolean mayEnclose) {

    /** @param thumbnail address of a small picture; null for what is no picture */
    record Shown(String name, String said, String address, String thumbnail, boolean video) {}

    static FilesPart of(PetitionStatus petition, SenderFiles files, MessageSource messages, Locale locale) {
        var open = switch (petition.status()) {
            case DA_GUI, DA_TIEP_NHAN, CAN_BO_SUNG, DANG_XU_LY -> true;
            case DA_TRA_LOI, DA_KET_THUC, KHONG_TIEP_NHAN, DA_HUONG_DAN, DA_GOP -> false;
        };
        return new FilesPart(
                files.files().stream()
                        .map(file -> shown(petition.code(), file, messages, locale))
                        .toList(),
                open && files.opens() && petition.content() != null,
                files.opens() && petition.content() != null);
    }

    private static Shown shown(String code, SenderFile one, MessageSource messages, Locale locale) {
        var file = one.file();
        var address = UriComponentsBuilder.fromPath("/track/{code}/files/{id}")
                .queryParam("pass", "{pass}")
                .build(code, file.id(), one.pass())
                .toString();
        return new Shown(
                file.name(),
                one.isAnswer()
                        ? messages.getMessage("status.files.after", null, locale)
                        : messages.getMessage(
                                "status.files.yours", new Object[] {OfficeTime.words(file.addedAt(), locale)}, locale),
                address,
                file.isPicture() ? address + "&version=thumbnail" : null,
                file.isVideo());
    }
}
