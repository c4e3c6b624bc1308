#!/bin/sh
# Makes the throw-away PKI of the tests in a folder: tests/certs/make.sh DIR
# Needs nothing but the openssl program. Running it again does nothing unless
# this file is newer than what it made.
#   NAME.key NAME.pem NAME.der   private key (PKCS#8), certificate
#   NAME.pfx                     key, certificate and chain; the password is "secret"
#   NAME-bundle.pem              key, certificate and chain
#   NAME-enckey.pem              the key alone, encrypted with "secret"
#   ca.pem                       root and intermediate
#   r00 .. r49                   recipients that share the key recipients.key
set -eu

dir=${1:?"usage: make.sh DIR"}
self=$(cd "$(dirname "$0")" && pwd)/$(basename "$0")
mkdir -p "$dir"
cd "$dir"
if [ -e .made ] && [ -z "$(find "$self" -newer .made)" ]; then
	exit 0
fi
rm -f .made serial* index.txt* ./*.key ./*.pem ./*.der ./*.pfx ./*.p7b ./*.csr ./*.tmp ca.cnf

umask 077
cat > ca.cnf <<'CNF'
SAN = email:none@example.org
KU = digitalSignature
EKU = emailProtection
CACERT = root.pem
CAKEY = root.key
[ca]
default_ca = any
[any]
database = index.txt
serial = serial
new_certs_dir = .
certificate = $ENV::CACERT
private_key = $ENV::CAKEY
default_md = sha256
policy = whatever
preserve = yes
unique_subject = no
copy_extensions = none
[whatever]
countryName = optional
stateOrProvinceName = optional
localityName = optional
organizationName = optional
organizationalUnitName = optional
commonName = optional
emailAddress = optional
[req]
distinguished_name = nothing
prompt = no
[nothing]
CN = request
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[leaf]
basicConstraints = critical, CA:FALSE
keyUsage = critical, $ENV::KU
extendedKeyUsage = $ENV::EKU
subjectAltName = $ENV::SAN
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[nosan]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, keyEncipherment
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
CNF
: > index.txt
echo 1000 > serial

SAN= KU= EKU= CACERT= CAKEY=
export SAN KU EKU CACERT CAKEY
start=20200101000000Z
end=20991231235959Z

# key NAME ALGORITHM [OPTION...]
key() {
	name=$1 algorithm=$2
	shift 2
	openssl genpkey -quiet -algorithm "$algorithm" "$@" -out "$name.key" 2>/dev/null ||
		openssl genpkey -algorithm "$algorithm" "$@" -out "$name.key" 2>/dev/null
}
ec() { key "$1" EC -pkeyopt "ec_paramgen_curve:${2:-P-256}"; }
rsa() { key "$1" RSA -pkeyopt "rsa_keygen_bits:${2:-2048}"; }

# issue NAME ISSUER SUBJECT EXTENSIONS [OPTION...]: certifies NAME.key
issue() {
	name=$1 issuer=$2 subject=$3 extensions=$4
	shift 4
	CACERT=$issuer.pem CAKEY=$issuer.key
	[ -e "$name.csr" ] || openssl req -new -config ca.cnf -key "$name.key" -out "$name.csr"
	openssl ca -batch -notext -config ca.cnf -extensions "$extensions" -startdate "$start" -enddate "$end" \
		-in "$name.csr" -subj "$subject" -out "$name.pem" "$@" 2> ca.tmp || { cat ca.tmp >&2; exit 1; }
}

# files NAME CHAIN: the other forms of NAME.key and NAME.pem
files() {
	openssl x509 -in "$1.pem" -outform DER -out "$1.der"
	openssl pkcs12 -export -inkey "$1.key" -in "$1.pem" -certfile "$2" -name "$1" -passout pass:secret -out "$1.pfx"
	cat "$1.key" "$1.pem" "$2" > "$1-bundle.pem"
	openssl pkcs8 -topk8 -in "$1.key" -passout pass:secret -out "$1-enckey.pem"
}

# person NAME KU [EKU [OPTION...]]: an S/MIME certificate for NAME@example.org
person() {
	who=$1 KU=$2 EKU=${3:-emailProtection} SAN=email:$1@example.org
	shift 2
	[ $# -eq 0 ] || shift
	issue "$who" intermediate "/C=DE/O=Example, Inc./OU=Mail/CN=$who" leaf "$@"
	files "$who" ca.pem
}

for name in root stranger-root; do
	ec $name
	issue $name $name "/C=DE/O=Example/CN=Test $name" authority -selfsign
done
ec intermediate
issue intermediate root "/C=DE/O=Example/CN=Test intermediate" authority
cat intermediate.pem root.pem > ca.pem

both=digitalSignature,keyEncipherment
for name in alice bob dave; do
	rsa $name
	person $name $both
done
rsa rsa1024 1024
rsa rsa3072 3072
person rsa1024 $both
person rsa3072 $both
key pss RSA-PSS -pkeyopt rsa_keygen_bits:2048
person pss digitalSignature
ec carol
ec p384 P-384
ec p521 P-521
key ed25519 ED25519
for name in carol p384 p521; do
	person $name digitalSignature,keyAgreement
done
person ed25519 digitalSignature

# Certificates that must be refused; their keys are alice's, to save time.
for name in expired notyet wrongku wrongeku nomail; do
	cp alice.key $name.key
done
end=20210101000000Z
person expired $both
start=20980101000000Z end=20991231235959Z
person notyet $both
start=20200101000000Z
person wrongku cRLSign
person wrongeku $both serverAuth
issue nomail intermediate "/C=DE/O=Example/CN=nomail" nosan
files nomail ca.pem

ec stranger
KU=digitalSignature,keyAgreement EKU=emailProtection SAN=email:stranger@example.org
issue stranger stranger-root "/CN=stranger" leaf
files stranger stranger-root.pem

ec server
KU=digitalSignature EKU=serverAuth SAN=DNS:localhost,DNS:mx.example.com,IP:127.0.0.1
issue server intermediate "/CN=localhost" leaf
files server ca.pem
# The same server with a certificate that must be refused.
end=20210101000000Z
cp server.key server-expired.key
issue server-expired intermediate "/CN=localhost" leaf
files server-expired ca.pem
start=20980101000000Z end=20991231235959Z
cp server.key server-notyet.key
issue server-notyet intermediate "/CN=localhost" leaf
files server-notyet ca.pem
start=20200101000000Z
ec client
EKU=clientAuth SAN=email:client@example.org
issue client intermediate "/CN=client" leaf
files client ca.pem

# Fifty recipients with one key: what counts is the number of certificates.
cp bob.key recipients.key
KU=$both EKU=emailProtection
i=0
while [ $i -lt 50 ]; do
	name=r$(printf %02d $i)
	cp bob.csr $name.csr
	SAN=email:$name@example.org
	issue $name intermediate "/CN=$name" leaf
	i=$((i + 1))
done

# What old programs write: RC2-40 certificates and a 3DES key.
openssl pkcs12 -export -legacy -inkey alice.key -in alice.pem -certfile ca.pem -name alice \
	-passout pass:secret -out alice-legacy.pfx
openssl crl2pkcs7 -nocrl -certfile alice.pem -certfile ca.pem -outform DER -out alice.p7b
openssl crl2pkcs7 -nocrl -certfile alice.pem -certfile ca.pem -out alice-p7b.pem

rm -f ./*.csr ./*.tmp index.txt* serial* ca.cnf ./[0-9A-F]*.pem
touch .made
