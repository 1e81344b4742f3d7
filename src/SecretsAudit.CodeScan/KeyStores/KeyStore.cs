using SecretsAudit.Detection;

namespace SecretsAudit.CodeScan.KeyStores;

/// <summary>A file that is no text and holds a private key: PKCS#12 (<c>.pfx</c>, <c>.p12</c>), a Java key store (<c>.jks</c>), a key in DER. Told by its bytes, not by its name.</summary>
/// <param name="Format">The format, as findings name it.</param>
/// <param name="What">What it holds, in words.</param>
/// <param name="IsLocked">Whether a password is asked for.</param>
/// <param name="Opens">Tells whether a password is the right one.</param>
internal sealed record KeyStore(string Format, string What, bool IsLocked, KeyStore.Opening? Opens = null)
{
    /// <summary>Whether a key store's bytes open with a password.</summary>
    public delegate bool Opening(ReadOnlySpan<byte> content, string password);

    // What key stores have when nobody chose one: of manuals, tutorials and tools.
    // https://docs.oracle.com/en/java/javase/21/docs/specs/man/keytool.html, https://developer.android.com/studio/publish/app-signing#debug-mode,
    // https://cloud.google.com/iam/docs/keys-create-delete (notasecret)
    private static readonly string[] WellKnown = ["", "changeit", "changeme", "password", "Password1", "secret", "test", "1234", "12345", "123456", "12345678", "admin", "android", "storepass", "notasecret"];

    /// <summary>What a file's content is; null when it holds no private key.</summary>
    public static KeyStore? Holding(ReadOnlySpan<byte> content) => Pkcs12Store.Read(content) ?? JavaKeyStore.Read(content) ?? DerKey.Read(content);

    /// <summary>What is to be told of it. It has no lines: the file is pointed at.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="isTried">Whether well-known passwords are tried.</param>
    public CodeFinding Finding(ReadOnlySpan<byte> content, bool isTried)
    {
        var (confidence, how) = !IsLocked ? (CredentialConfidence.High, "nothing protects it")
            : isTried && OpensWithWellKnown(content) ? (CredentialConfidence.High, "it opens without a password, or with one that everybody knows")
            : (CredentialConfidence.Low, "it is under a password");
        return new(CredentialRules.RuleOf(CredentialKind.PrivateKey), Format, "", FindingText.Sentence($"{What}; {how}"), confidence, 1, 1, 1, 1) { Mark = ValueMark.Of(content) };
    }

    private bool OpensWithWellKnown(ReadOnlySpan<byte> content)
    {
        foreach (var password in WellKnown)
        {
            if (Opens?.Invoke(content, password) == true)
                return true;
        }

        return false;
    }
}
