package vn.haiphong.hotline1022.adapter.demo;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
        return "demo/mail";
    }

    /** A letter is shown where nothing in it works, its links neither; so they are offered beside it. */
    private static List<String> links(String text) {
        return LINK.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
