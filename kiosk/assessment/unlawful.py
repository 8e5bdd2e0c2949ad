"""What the law keeps out of interviews, as terms by which a question about it is recognised.

Wide on purpose: a good question that is refused costs nothing, for the pack's own is asked instead.
"""

_ENGLISH = """
how old, age, ages, birthday*, born, date of birth, retire*, generation, pregnan*, children, child, kids,
baby, babies, family, families, parent*, mother*, father*, marri*, wedding, husband*, wife, wives, spouse*,
single, divorc*, boyfriend*, girlfriend*, partner*, fertil*, religio*, church*, mosque*, synagogue*, pray*,
faith*, god, belief*, sabbath, race, racial, ethnic*, skin, colour, color, ancestor*, descent, accent,
nationalit*, citizen*, immigra*, native, homeland, where … you … from, passport, disab*, disease*, illness*,
ill, sick*, health*, medic*, therap*, diagnos*, depress*, allerg*, hiv, surgery, hospital*, wheelchair,
genetic*, weight, height, gay, lesbian*, homosex*, heterosex*, bisex*, sexual*, sex, gender, transgender,
politic*, party, parties, vote*, voting, union*, strike*, convict*, arrest*, criminal*, prison*, jail*,
debt*, bankrupt*, credit, salary, salaries, wage*, earn*, military, drug*, alcohol*, smok*, password*,
address, phone number
"""
_GERMAN = """
wie alt, alter, geburt*, geboren, rente*, schwanger*, kind*, baby*, famili*, eltern*, mutter*, vater*,
heirat*, verheiratet, ehe, ehemann*, ehefrau*, ledig*, geschieden, scheidung*, freund, freundin, partner*,
religi*, kirche*, moschee*, synagoge*, glaube*, beten, gott, ethni*, rasse*, hautfarbe, herkunft, abstamm*,
nationalit*, staatsangehörig*, staatsbürger*, migra*, muttersprach*, heimat*, akzent, woher … sie,
behinder*, krank*, gesund*, arzt*, therap*, diagnos*, depress*, allergi*, schwul, lesbisch, homosex*,
heterosex*, bisex*, sexu*, geschlecht*, trans, polit*, partei*, wahl*, gewerkschaft*, betriebsrat, streik*,
vorstraf*, vorbestraft, gefängnis, haft, schuld, schulden, insolven*, gehalt*, lohn*, verdien*, bundeswehr,
drogen*, alkohol*, rauch*, passwort*, adresse*, telefonnummer*
"""
_SPANISH = """
edad*, años tiene, nacimiento, nació, nacid*, jubil*, embaraz*, hij*, niñ*, bebé*, familia*, padre*, madre*,
casad*, matrimoni*, marido, espos*, solter*, divorci*, novi*, pareja*, religi*, iglesia*, mezquita*,
sinagoga*, fe, dios, rezar, raza*, etni*, piel, origen*, nacionalidad*, ciudadan*, inmigr*, patria, de
dónde, acento, discapacidad*, enferm*, salud, médic*, terapi*, diagn*, depresi*, alergi*, gay, lesbian*,
homosex*, heterosex*, bisex*, sexu*, sexo, género, polític*, partido*, voto*, votar, sindica*, huelga*,
antecedentes, condena*, cárcel, prisión, deuda*, salario*, sueldo*, gana, militar*, droga*, alcohol*, fuma*,
contraseña*, dirección, teléfono
"""

UNLAWFUL = {
    code: tuple(" ".join(term.split()) for term in text.split(","))
    for code, text in (("en", _ENGLISH), ("de", _GERMAN), ("es", _SPANISH))
}
"""By language."""
