"""Accounts, signing in, tokens. Any thread may call; every method raises ``ServerError``."""

from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from server.audit.service import record
from server.database import Database
from server.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError, SignedOutError
from server.identity.limits import Limits
from server.identity.roles import Person, Role, roles_of
from server.identity.secrets import (
    LONGEST_PASSWORD,
    SHORTEST_PASSWORD,
    TOKEN_PREFIX,
    digest,
    fits,
    hash_password,
    new_id,
    new_token,
)
from server.tables.people import LoginRow, TokenRow, UserRow
from server.times import later, now


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A login that was just made; the cookie is told once and kept nowhere."""

    person: Person
    cookie: str
    csrf: str


class Access:
    """Who is asking?"""

    def __init__(self, database: Database, limits: Limits, login_hours: int = 12) -> None:
        self._database = database
        self._limits = limits
        self._login_hours = login_hours

    # --- signing in and out ----------------------------------------------------------------
    def sign_in(self, login: str, password: str, address: str) -> SignedIn:
        """A login for whoever knows the password."""
        login = login.strip().lower()
        self._limits.sign_in(address, login)
        with self._database.read() as db:
            user = db.scalar(select(UserRow).where(UserRow.login == login))
        right = fits(user.password_hash if user else None, password[:LONGEST_PASSWORD])
        if user is None or not right or not user.active:
            with self._database.write() as db:
                record(db, "nobody", "sign_in_refused", user.id if user else "")
            raise SignedOutError("the name or the password is wrong", "wrong_password")
        return self.admit(user)

    def admit(self, user: UserRow) -> SignedIn:
        """A login for somebody who has proved who they are."""
        cookie, csrf = new_token(), new_token()
        row = LoginRow(
            sha256=digest(cookie),
            user_id=user.id,
            csrf=csrf,
            created_wall=now(),
            expires_wall=later(hours=self._login_hours),
        )
        person = Person(user.id, user.name, roles_of(user.roles), csrf, row.sha256)
        with self._database.write() as db:
            db.execute(delete(LoginRow).where(LoginRow.expires_wall < now()))
            db.add(row)
            record(db, person, "sign_in", user.id)
        return SignedIn(person, cookie, csrf)

    def sign_out(self, person: Person) -> None:
        """This browser is signed out."""
        with self._database.write() as db:
            db.execute(delete(LoginRow).where(LoginRow.sha256 == person.login))
            record(db, person, "sign_out", person.id)

    def by_cookie(self, cookie: str) -> Person:
        """Whose browser this is."""
        found = (
            select(LoginRow, UserRow)
            .join(UserRow, UserRow.id == LoginRow.user_id)
            .where(LoginRow.sha256 == digest(cookie), LoginRow.expires_wall > now(), UserRow.active)
        )
        with self._database.read() as db:
            row = db.execute(found).first()
        if row is None:
            raise SignedOutError("please sign in")
        login, user = row
        return Person(user.id, user.name, roles_of(user.roles), login.csrf, login.sha256)

    # --- tokens ----------------------------------------------------------------------------
    def by_token(self, token: str) -> Person:
        """For whom a program acts: never with more than its owner still may."""
        found = (
            select(TokenRow, UserRow)
            .join(UserRow, UserRow.id == TokenRow.user_id)
            .where(TokenRow.sha256 == digest(token), TokenRow.expires_wall > now(), UserRow.active)
        )
        with self._database.read() as db:
            row = db.execute(found).first()
        if row is None:
            raise SignedOutError("this token is not known (any more)")
        held, user = row
        return Person(user.id, user.name, roles_of(held.roles) & roles_of(user.roles))

    def new_token(self, person: Person, label: str, roles: frozenset[Role], days: int) -> tuple[str, str]:
        """A token's id and the token itself, which is told once and kept nowhere.

        Somebody signed in makes it: a token that could make another would never expire.
        """
        if not person.login:
            raise ForbiddenError("a token makes no tokens; please sign in", "token")
        if not roles or not roles <= person.roles:
            raise InvalidError("a token has some of its owner's roles, and no others")
        token = TOKEN_PREFIX + new_token()
        row = TokenRow(
            id=new_id(),
            sha256=digest(token),
            user_id=person.id,
            label=label,
            roles=sorted(roles),
            created_wall=now(),
            expires_wall=later(days=days),
        )
        with self._database.write() as db:
            db.add(row)
            record(db, person, "token_made", row.id)
        return row.id, token

    def tokens(self, person: Person) -> list[TokenRow]:
        """One's own tokens."""
        with self._database.read() as db:
            own = select(TokenRow).where(TokenRow.user_id == person.id).order_by(TokenRow.created_wall)
            return list(db.scalars(own))

    def remove_token(self, person: Person, token_id: str) -> None:
        """Take one of one's own tokens back."""
        with self._database.write() as db:
            row = db.get(TokenRow, token_id)
            if row is None or row.user_id != person.id:
                raise NotFoundError("there is no such token")
            db.delete(row)
            record(db, person, "token_removed", token_id)

    # --- accounts --------------------------------------------------------------------------
    def has_users(self) -> bool:
        """Whether anybody can sign in at all."""
        with self._database.read() as db:
            return bool(db.scalar(select(func.count()).select_from(UserRow)))

    def users(self) -> list[UserRow]:
        """Everybody, in alphabetical order."""
        with self._database.read() as db:
            return list(db.scalars(select(UserRow).order_by(UserRow.name, UserRow.id)))

    def user(self, user_id: str) -> UserRow:
        """One account."""
        with self._database.read() as db:
            return _user(db, user_id)

    def add_user(
        self, by: Person | str, login: str, name: str, roles: frozenset[Role], password: str | None
    ) -> str:
        """A new account's id; without a password it is for single sign-on only."""
        row = UserRow(
            id=new_id(),
            login=login.strip().lower(),
            name=name.strip(),
            password_hash=_hashed(password) if password is not None else None,
            roles=sorted(roles),
            active=True,
            created_wall=now(),
        )
        with self._database.write() as db:
            if db.scalar(select(UserRow.id).where(UserRow.login == row.login)):
                raise ConflictError("somebody has this login already")
            db.add(row)
            record(db, by, "user_added", row.id, roles=sorted(roles))
        return row.id

    def change_user(
        self,
        by: Person,
        user_id: str,
        *,
        name: str | None = None,
        roles: frozenset[Role] | None = None,
        active: bool | None = None,
    ) -> None:
        """Change an account; whoever is made inactive is signed out everywhere."""
        with self._database.write() as db:
            user = _user(db, user_id)
            if by.id == user_id and (active is False or (roles is not None and not by.roles <= roles)):
                raise ConflictError("nobody takes their own rights away; ask another administrator")
            user.name = name.strip() if name is not None else user.name
            user.roles = sorted(roles) if roles is not None else user.roles
            user.active = user.active if active is None else active
            if not user.active:
                db.execute(delete(LoginRow).where(LoginRow.user_id == user_id))
            record(db, by, "user_changed", user_id, roles=user.roles, active=user.active)

    def set_password(self, by: Person, user_id: str, password: str, current: str | None = None) -> None:
        """Another password; one's own needs the current one. All other browsers are signed out."""
        if by.id == user_id:
            self._check_own(user_id, current or "")
        hashed = _hashed(password)
        with self._database.write() as db:
            _user(db, user_id).password_hash = hashed
            db.execute(delete(LoginRow).where(LoginRow.user_id == user_id, LoginRow.sha256 != by.login))
            record(db, by, "password_set", user_id)

    def _check_own(self, user_id: str, current: str) -> None:
        """Whoever found a browser open must not guess here what they may not guess at the door."""
        self._limits.password(user_id)
        if not fits(self.user(user_id).password_hash, current[:LONGEST_PASSWORD]):
            raise InvalidError("the current password is wrong", "wrong_password")


def _user(db: Session, user_id: str) -> UserRow:
    user = db.get(UserRow, user_id)
    if user is None:
        raise NotFoundError("there is no such account")
    return user


def _hashed(password: str) -> str:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise InvalidError(
            "a password has %(least)s to %(most)s characters", least=SHORTEST_PASSWORD, most=LONGEST_PASSWORD
        )
    return hash_password(password)
