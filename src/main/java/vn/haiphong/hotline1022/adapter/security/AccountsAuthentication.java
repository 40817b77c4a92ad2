package vn.haiphong.hotline1022.adapter.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Accounts;

/** HTTP Basic against the accounts of the staff. Being the only provider, it also keeps Spring from inventing a user. */
@Component
class AccountsAuthentication implements AuthenticationProvider {

    static final String ADMINISTRATOR = "ADMINISTRATOR";
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
        return UsernamePasswordAuthenticationToken.authenticated(
                user,
                null,
                accounts.isAdministrator(user)
                        ? AuthorityUtils.createAuthorityList("ROLE_" + ADMINISTRATOR)
                        : AuthorityUtils.NO_AUTHORITIES);
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
