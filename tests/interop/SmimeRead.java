// Reads every mail of a manifest with Bouncy Castle: SmimeRead CERTS MAILS.
// Prints "ok NAME" or "FAIL NAME: why" for the mail and for the changed one.
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSCompressedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.RecipientId;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.cms.jcajce.ZlibExpanderProvider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.mail.smime.SMIMESigned;
import org.bouncycastle.util.Store;

class SmimeRead {
	static Path certs, mails;

	static byte[] bytes(String name) throws Exception {
		return Files.readAllBytes(mails.resolve(name));
	}

	static MimeMessage message(String name) throws Exception {
		try (InputStream in = new FileInputStream(mails.resolve(name).toFile())) {
			return new MimeMessage(null, in);
		}
	}

	static CMSSignedData signedData(String name, boolean detached) throws Exception {
		if (detached) {
			return new SMIMESigned((MimeMultipart) message(name).getContent());
		}
		return new CMSSignedData(message(name).getInputStream().readAllBytes());
	}

	// Every signer verifies with the certificate in the message.
	static boolean verify(String name, boolean detached, byte[] content) throws Exception {
		CMSSignedData signed = signedData(name, detached);
		Store<X509CertificateHolder> store = signed.getCertificates();
		for (SignerInformation signer : signed.getSignerInfos().getSigners()) {
			@SuppressWarnings("unchecked")
			Collection<X509CertificateHolder> matches = store.getMatches(signer.getSID());
			if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider("BC").build(matches.iterator().next()))) {
				return false;
			}
		}
		ByteArrayOutputStream read = new ByteArrayOutputStream();
		signed.getSignedContent().write(read);
		return signed.getSignerInfos().size() == 1 && Arrays.equals(read.toByteArray(), content);
	}

	static KeyStore store(String who) throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = new FileInputStream(certs.resolve(who + ".pfx").toFile())) {
			store.load(in, "secret".toCharArray());
		}
		return store;
	}

	static boolean decrypt(String name, String who, boolean gcm, byte[] content) throws Exception {
		byte[] der = message(name).getInputStream().readAllBytes();
		KeyStore store = store(who);
		String alias = store.aliases().nextElement();
		PrivateKey key = (PrivateKey) store.getKey(alias, "secret".toCharArray());
		X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
		boolean rsa = key.getAlgorithm().equals("RSA");
		RecipientId id = rsa ? new JceKeyTransRecipientId(certificate) : new JceKeyAgreeRecipientId(certificate);
		RecipientInformationStore infos = gcm ? new CMSAuthEnvelopedData(der).getRecipientInfos()
			: new CMSEnvelopedData(der).getRecipientInfos();
		RecipientInformation info = infos.get(id);
		byte[] read;
		if (gcm) {
			read = info.getContent(new JceKeyTransAuthEnvelopedRecipient(key).setProvider("BC"));
		} else {
			read = info.getContent(rsa ? new JceKeyTransEnvelopedRecipient(key).setProvider("BC")
				: new JceKeyAgreeEnvelopedRecipient(key).setProvider("BC"));
		}
		return Arrays.equals(read, content);
	}

	static boolean uncompress(String name, byte[] content) throws Exception {
		CMSCompressedData compressed = new CMSCompressedData(message(name).getInputStream().readAllBytes());
		return Arrays.equals(compressed.getContent(new ZlibExpanderProvider()), content);
	}

	static boolean read(String[] row, String name, byte[] content) throws Exception {
		if (row[0].equals("compress")) {
			return uncompress(name, content);
		}
		return row[0].equals("sign") ? verify(name, row[3].equals("detached"), content)
			: decrypt(name, row[1], row[2].contains("GCM"), content);
	}

	// Strict DER: what Bouncy Castle encodes again is what it read. Where RecipientInfos of two kinds meet,
	// it compares their tags as signed octets and so puts [1] before SEQUENCE (X.690 section 11.6): not asked.
	static boolean der(String[] row, String name) throws Exception {
		byte[] der = bytes(name + ".der");
		if (row[0].equals("encrypt") && !row[1].equals("bob") && !row[4].equals("1")) {
			return true;
		}
		return Arrays.equals(ASN1Primitive.fromByteArray(der).getEncoded("DER"), der);
	}

	static void report(boolean ok, String name, String why) {
		System.out.println(ok ? "ok " + name : "FAIL Bouncy Castle: " + name + ": " + why);
	}

	// Bouncy Castle 1.72 has no class for AuthEnvelopedData to an EC key.
	static boolean readable(String[] row) {
		return !row[0].equals("encrypt") || !row[2].contains("GCM") || row[1].equals("bob");
	}

	static void row(String[] row) {
		String name = row[row.length - 1], why = "content differs";
		boolean ok = false;
		try {
			byte[] content = bytes(name + ".content");
			ok = read(row, name + ".eml", content) && der(row, name);
		} catch (Exception e) {
			why = e.toString();
		}
		report(ok, name, why);
		if (row[0].equals("sign") || row[2].contains("GCM")) {
			try {
				ok = !read(row, name + ".bad.eml", bytes(name + ".content"));
			} catch (Exception e) {
				ok = true;
			}
			report(ok, name, "one octet changed and still accepted");
		}
	}

	public static void main(String[] args) throws Exception {
		Security.addProvider(new BouncyCastleProvider());
		certs = Path.of(args[0]);
		mails = Path.of(args[1]);
		for (String line : Files.readAllLines(mails.resolve("manifest"))) {
			String[] row = line.split(" ");
			if (readable(row)) {
				row(row);
			}
		}
	}
}
