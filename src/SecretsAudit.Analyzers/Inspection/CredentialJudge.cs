using SecretsAudit.Analyzers.Settings;
using SecretsAudit.Analyzers.Sinks;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>Decides whether a text under a name, or in a known API's hands, is a credential.</summary>
internal sealed class CredentialJudge(InspectionSettings settings, bool isTest)
{
    private const int ShortestKey = 8;

    // What an algorithm is given is its key, however short.
    private const int ShortestKeyOfSink = 3;

    private static readonly Sink AuthorizationValue = new("the Authorization header", 0, [], SinkKind.Authorization);

    private readonly ValueSetting _setting = isTest ? ValueSetting.TestCode : ValueSetting.SourceCode;

    public bool HasAddedWords => settings.AdditionalWords.Count > 0;

    /// <summary>Whether a name, by itself or by a word that the user added, promises a credential.</summary>
    public bool IsCredentialName(string name) => Contexts.CredentialNames.Is(name) || IsAdded(name);

    /// <summary>A text that is the value of something with a name.</summary>
    public Verdict? Named(string name, string text, bool isBytes)
    {
        if (!IsCredentialName(name) || settings.AllowedValues.Contains(text) || NameText.IsAlphabet(text) || NameText.IsName(name, text))
            return null;
        if (isBytes)
            return text.Length >= ShortestKey ? new(RuleIds.EncryptionKey, "key-bytes", CredentialConfidence.High, $"the name '{name}' says key, and its bytes are written out") : null;

        var match = NamedValue.Judge(name, text.AsSpan(), _setting)
            ?? (IsAdded(name) && !Contexts.CredentialNames.Is(name) ? NamedValue.Judge("password", text.AsSpan(), _setting) : null);
        return match is null ? null : new(RuleIds.Of(match.Kind), match.Format, match.Confidence, match.Reason);
    }

    /// <summary>A text that another object is given under a name: <c>ClientSecret = "shop_client_secret"</c> sets the secret, where a constant of that name would hold a name.</summary>
    public Verdict? Given(string name, string text) => Named(name, text, isBytes: false)
        ?? InUse(name, text, "ClientSecret", "secret");

    /// <summary>A text that a credential's value is compared with.</summary>
    public Verdict? Compared(string name, string text) => (Named(name, text, isBytes: false) ?? InUse(name, text, "Password", "password")) is { } verdict
        ? new(RuleIds.CredentialInComparison, verdict.Format, verdict.Confidence, $"'{name}' is compared with a literal")
        : null;

    /// <summary>A text that becomes the value of an Authorization header.</summary>
    public Verdict? Authorization(string text) =>
        Contexts.AuthorizationHeader.CredentialIn(text) is { } credential ? Passed(AuthorizationValue, credential, isBytes: false) : null;

    /// <summary>A text that a known API takes as a credential.</summary>
    public Verdict? Passed(Sink sink, string text, bool isBytes)
    {
        if (settings.AllowedValues.Contains(text) || NameText.IsAlphabet(text) || (isTest && settings.TestCode is TestCodeTreatment.Soft && sink.Kind is SinkKind.Key))
            return null;

        if (sink.Kind is SinkKind.Certificate)
            return CertificateText.MayHoldPrivateKey(text) ? new(RuleIds.PrivateKey, "certificate", CredentialConfidence.Medium, $"{sink.Api} takes a certificate that is written out, with its private key unless it says otherwise") : null;

        var rule = sink.Kind is SinkKind.Key ? RuleIds.EncryptionKey : RuleIds.HardCodedCredential;
        if (isBytes)
            return text.Length >= ShortestKeyOfSink ? new(rule, "key-bytes", CredentialConfidence.High, $"{sink.Api} takes a key whose bytes are written out") : null;

        var match = NamedValue.Judge(sink.Name, text.AsSpan(), _setting);
        if (match is not null)
            return new(rule, match.Format, match.Confidence, $"{sink.Api} takes a {Noun(sink.Kind)} that is a literal");

        // What signs in is a credential, however weak, unless it plainly stands for another.
        return !isTest && SinkText.IsReal(text, sink.Kind)
            ? new(rule, "generic-" + (sink.Kind is SinkKind.Key ? "key" : "password"), CredentialConfidence.Medium, $"{sink.Api} takes a {Noun(sink.Kind)} that is a literal")
            : null;
    }

    // A compound that ends as the name does: what a setting would have for its value.
    private Verdict? InUse(string name, string text, string nameEnd, string textEnd) =>
        !isTest && name.EndsWith(nameEnd, StringComparison.OrdinalIgnoreCase) && text.EndsWith(textEnd, StringComparison.OrdinalIgnoreCase) && !settings.AllowedValues.Contains(text)
            && NamedValue.Judge(name, text.AsSpan(), ValueSetting.Configuration) is { } match
            ? new(RuleIds.Of(match.Kind), match.Format, match.Confidence, match.Reason)
            : null;

    private bool IsAdded(string name)
    {
        foreach (var word in settings.AdditionalWords)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }

    private static string Noun(SinkKind kind) => kind switch
    {
        SinkKind.Key => "key",
        SinkKind.Certificate => "certificate",
        SinkKind.Authorization => "token",
        _ => "password",
    };
}
