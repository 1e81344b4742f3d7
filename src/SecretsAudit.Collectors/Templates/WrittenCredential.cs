using SecretsAudit.Detection;

namespace SecretsAudit.Collectors;

/// <summary>Whether a text that a template gives a secret for its value has a credential written out in it. The text goes no further.</summary>
internal static class WrittenCredential
{
    /// <summary>What stands in a text for what is filled in at deployment; no parameter has such a name.</summary>
    public const string Hole = "${filled.in}";

    // What nobody would take for a placeholder: put in the place of a hole it tells whether a credential belongs there.
    private const string Probe = "qT7vXw2LzRk9";

    /// <summary>Whether a credential is written out: a text that is no placeholder, or under a credential's name in JSON or a connection string.</summary>
    public static bool IsIn(string text)
    {
        var found = new List<CredentialMatch>();
        CredentialText.Find(text, found);
        if (found.Exists(match => match.Confidence > CredentialConfidence.Low))
            return true;

        return text.AsSpan().TrimStart() is ['{' or '[', ..]
            ? CredentialFile.ScanText("value.json", text).Count > 0
            : !text.Contains(Hole, StringComparison.Ordinal) && NamedValue.Judge("password", text, ValueSetting.SourceCode) is not null;
    }

    /// <summary>Whether what is filled into a text's holes is a credential there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hole">The hole that is asked about.</param>
    public static bool Belongs(string text, string hole) => IsIn(text.Replace(hole, Probe, StringComparison.Ordinal));
}
