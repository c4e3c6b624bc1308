"""Reads header sections with Python's email package and compares what it decodes
with what the writer was given. Input: lines of four hexadecimal fields (section,
subject, display name, address). Prints every difference; exit status 1 if any."""
import email
import email.header
import email.policy
import email.utils
import sys


def addresses(text):
    """Newer Pythons refuse by default what looks odd to them; what is asked here is what stands there."""
    try:
        return email.utils.getaddresses([text], strict=False)
    except TypeError:
        return email.utils.getaddresses([text])


failed = 0
for number, line in enumerate(open(sys.argv[1])):
    section, subject, name, address = (bytes.fromhex(field) for field in line.rstrip("\n").split("|"))
    message = email.message_from_bytes(section + b"\r\n", policy=email.policy.default)
    # The address parser of email.policy.default keeps the blank between two
    # encoded-words of a phrase (RFC 2047 section 6.2 drops it); the older one does not.
    raw = email.message_from_bytes(section + b"\r\n")["To"]
    got = [(str(email.header.make_header(email.header.decode_header(n))), a)
           for n, a in addresses(raw.replace("\r\n", "").replace("\n", ""))]
    specs = [a.addr_spec for a in message["To"].addresses]
    problems = []
    if message["Subject"] != subject.decode():
        problems.append(f"subject {message['Subject']!r}, expected {subject.decode()!r}")
    if [n for n, _ in got] != [name.decode()] * 3 or specs != [address.decode()] * 3:
        problems.append(f"addresses {got!r} {specs!r}, expected {name.decode()!r} {address.decode()!r}")
    if message.defects:
        problems.append(f"defects {message.defects!r}")
    for problem in problems:
        failed += 1
        print(f"FAIL row {number}: {problem}\n{section.decode()}")
sys.exit(failed > 0)
