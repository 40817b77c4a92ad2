package vn.haiphong.hotline1022.adapter.demo;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The mailbox of everybody in the demo: no letter leaves the machine, all can be read here. */
@Controller
@Profile(EmbeddedDefault.PROFILE)
@ConditionalOnBean(DemoMailServer.class) // with a mail server of their own there is no box to look into
@RequestMapping("/demo/mail")
class MailboxController {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

    private static final int LONGEST_ANSWER = 5000;

    private final DemoMailServer mail;

    MailboxController(DemoMailServer mail) {
        this.mail = mail;
    }

    @GetMapping
    String list(@RequestParam(name = "to", defaultValue = "") String recipient, Model model) {
        model.addAttribute("to", recipient);
        model.addAttribute("mails", mail.received(recipient));
        return "demo/mailbox";
    }

    @GetMapping("/{id}")
    String one(@PathVariable("id") long id, Model model) {
        var wanted = mail.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("mail", wanted);
        model.addAttribute("links", links(wanted.text()));
        model.addAttribute("files", mail.filesOf(id));
        return "demo/mail";
    }

    @GetMapping("/{id}/files/{place}")
    ResponseEntity<byte[]> file(@PathVariable("id") long id, @PathVariable("place") int place) {
        var files = mail.filesOf(id);
        if (place < 0 || place >= files.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var file = files.get(place);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM) // kept on one's disk, opened by nobody here
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.content());
    }

    /** What a mail program would send; the house finds it in its mailbox. */
    @PostMapping("/{id}/answer")
    String answer(@PathVariable("id") long id, @RequestParam(defaultValue = "") String text) {
        var letter = mail.find(id)
                .filter(found -> found.messageId() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!text.isBlank() && text.length() <= LONGEST_ANSWER) {
            mail.answer(letter, text);
        }
        return "redirect:/demo/mail";
    }

    /** A letter is shown where nothing in it works, its links neither; so they are offered beside it. */
    private static List<String> links(String text) {
        return LINK.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
