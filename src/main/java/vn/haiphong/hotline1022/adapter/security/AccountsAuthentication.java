package vn.haiphong.hotline1022.adapter.security;

import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Accounts;

/** HTTP Basic against the accounts of the staff. Being the only provider, it also keeps Spring from inventing a user. */
@Component
class AccountsAuthentication implements AuthenticationProvider {

    /** The engine's own name of the group. */
    static final String ADMINISTRATOR = "camunda-admin";

    private static final int LONGEST = 200;

    private final Accounts accounts;

    AccountsAuthentication(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        var user = given.getName();
        var password = String.valueOf(given.getCredentials());
        if (!isPlausible(user) || !isPlausible(password) || !accounts.passwordMatches(user, password)) {
            throw new BadCredentialsException("Wrong user or password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(user, null, rolesOf(accounts.groupsOf(user)));
    }

    /** Each group is a role of that name. */
    static List<GrantedAuthority> rolesOf(Set<String> groups) {
        return AuthorityUtils.createAuthorityList(
                groups.stream().map(group -> "ROLE_" + group).toList());
    }

    /** A password hash is dear: what cannot be an account is not looked up. */
    private static boolean isPlausible(String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
