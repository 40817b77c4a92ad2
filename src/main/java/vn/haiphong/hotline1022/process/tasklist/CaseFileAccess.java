package vn.haiphong.hotline1022.process.tasklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.inform.AreaChoices;
import vn.haiphong.hotline1022.application.inform.ListAgencies;
import vn.haiphong.hotline1022.application.inform.OpenFiles;
import vn.haiphong.hotline1022.application.inform.ReadLetter;
import vn.haiphong.hotline1022.application.inform.ShowCase;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.receive.JudgeFiles;
import vn.haiphong.hotline1022.application.reply.OfferTemplates;
import vn.haiphong.hotline1022.application.reply.PreviewReply;
import vn.haiphong.hotline1022.application.resolve.AddEvidence;
import vn.haiphong.hotline1022.application.rules.WhyDecided;

/**
 * The way from the webapp's resources to ours. Camunda's webapp makes its resources itself, by Jersey and a service file,
 * outside of Spring; so the one Spring component they need stands where they can reach it.
 */
@Component
class CaseFileAccess {

    private static volatile CaseFileAccess current;

    private final ShowCase showCase;
    private final OpenFiles openFiles;
    private final JudgeFiles judgeFiles;
    private final AddEvidence addEvidence;
    private final WhyDecided whyDecided;
    private final PreviewReply previewReply;
    private final OfferTemplates offerTemplates;
    private final ReadLetter readLetter;
    private final ListAgencies agencies;
    private final AreaChoices areas;
    private final Words words;
    private final Clock clock;
    private final ObjectMapper json;

    CaseFileAccess(
            ShowCase showCase,
            OpenFiles openFiles,
            JudgeFiles judgeFiles,
            AddEvidence addEvidence,
            WhyDecided whyDecided,
            PreviewReply previewReply,
            OfferTemplates offerTemplates,
            ReadLetter readLetter,
            ListAgencies agencies,
            AreaChoices areas,
            Words words,
            Clock clock,
            ObjectMapper json) {
        this.showCase = showCase;
        this.openFiles = openFiles;
        this.judgeFiles = judgeFiles;
        this.addEvidence = addEvidence;
        this.whyDecided = whyDecided;
        this.previewReply = previewReply;
        this.offerTemplates = offerTemplates;
        this.readLetter = readLetter;
        this.agencies = agencies;
        this.areas = areas;
        this.words = words;
        this.clock = clock;
        this.json = json;
        current = this;
    }

    static CaseFileAccess get() {
        return current;
    }

    ShowCase showCase() {
        return showCase;
    }

    OpenFiles openFiles() {
        return openFiles;
    }

    JudgeFiles judgeFiles() {
        return judgeFiles;
    }

    AddEvidence addEvidence() {
        return addEvidence;
    }

    WhyDecided whyDecided() {
        return whyDecided;
    }

    PreviewReply previewReply() {
        return previewReply;
    }

    ReadLetter readLetter() {
        return readLetter;
    }

    OfferTemplates offerTemplates() {
        return offerTemplates;
    }

    List<ListAgencies.Choice> agencies(String typed) {
        return agencies.matching(typed);
    }

    List<AreaChoices.AreaChoice> areas(String typed) {
        return areas.matching(typed);
    }

    Map<String, String> words(String group) {
        return words.group(group);
    }

    Instant now() {
        return clock.instant();
    }

    /** @return empty if it is not what was expected */
    <T> Optional<T> read(byte[] body, Class<T> type) {
        try {
            return Optional.ofNullable(json.readValue(body, type));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Written by our own mapper: the webapp's does not know instants. */
    Response answer(Object entity) {
        return answer(Response.Status.OK, entity);
    }

    Response answer(Response.Status status, Object entity) {
        try {
            return Response.status(status)
                    .entity(json.writeValueAsString(entity))
                    .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
