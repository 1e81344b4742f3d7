using System;

namespace SecretsAudit.Detection.Formats;

/// <summary>The providers' formats.</summary>
/// <remarks>
/// The table is a text, not code that makes objects: a compiler loads the analyzers as they are and would compile that code at each start, for longer than all of
/// a file's inspection takes.
/// </remarks>
internal static partial class FormatTable
{
    /// <summary>Every format.</summary>
    public static CredentialFormat[] All { get; } = Array.ConvertAll(Lines.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries), Read);

    private static CredentialFormat Read(string line)
    {
        var parts = line.Split([';'], 6);
        return new(parts[0], parts[1], parts[5], ConfidenceOf(parts[2]), parts[3].Length > 0 ? parts[3] : null, parts[4].Length > 0 ? parts[4] : null);
    }

    private static CredentialConfidence ConfidenceOf(string word) => word switch
    {
        "low" => CredentialConfidence.Low,
        "medium" => CredentialConfidence.Medium,
        "high" => CredentialConfidence.High,
        _ => throw new FormatException($"'{word}' is no confidence."),
    };
}
