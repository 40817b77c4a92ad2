package vn.haiphong.hotline1022.adapter.open311;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.haiphong.hotline1022.application.maintain.IssueClientKeys;
import vn.haiphong.hotline1022.application.port.ClientKeys.ClientKey;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** Where administrators of the system give keys to programs and take them back. */
@RestController
@RequestMapping("/api/open311/keys")
class KeysController {

    private final IssueClientKeys keys;

    KeysController(IssueClientKeys keys) {
        this.keys = keys;
    }

    /** @param perMinute what it may send a minute; absent: as the house is set */
    record NewKey(String name, String contact, Integer perMinute) {}

    record Listed(
            long id, String name, String contact, Integer perMinute, String madeBy, Instant madeAt, Instant revokedAt) {

        static Listed of(ClientKey key) {
            return new Listed(
                    key.id(),
                    key.name(),
                    key.contact(),
                    key.perMinute().orElse(null),
                    key.madeBy(),
                    key.madeAt(),
                    key.revokedAt().orElse(null));
        }
    }

    /** JSON alone: what a form of a strange page could send is refused. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<IssueClientKeys.Issued> issue(@RequestBody NewKey key, Principal administrator) {
        try {
            return ResponseEntity.status(HttpStatus.CREATED)
                    .header("Cache-Control", "no-store")
                    .body(keys.to(key.name(), key.contact(), key.perMinute(), administrator.getName()));
        } catch (BusinessRefusal refusal) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, refusal.getMessage(), refusal);
        }
    }

    @GetMapping
    List<Listed> all() {
        return keys.all().stream().map(Listed::of).toList();
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(@PathVariable long id, Principal administrator) {
        return keys.revoke(id, administrator.getName())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }
}
