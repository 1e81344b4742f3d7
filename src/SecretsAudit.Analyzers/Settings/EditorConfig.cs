using Microsoft.CodeAnalysis.Diagnostics;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Settings;

/// <summary>Reads <c>dotnet_code_quality.SAUD2001.…</c> from <c>.editorconfig</c>. A value that is not understood is as one that is not set.</summary>
internal static class EditorConfig
{
    private const string Prefix = "dotnet_code_quality.SAUD2001.";

    public static InspectionSettings Read(AnalyzerConfigOptions options, SecretNames? inventory) => new()
    {
        AdditionalWords = List(options, "additional_words"),
        AllowedValues = List(options, "allowed_values"),
        MinimumConfidence = Choice(options, "minimum_confidence", CredentialConfidence.Low),
        TestCode = Choice(options, "test_projects", TestCodeTreatment.Soft),
        Inventory = inventory,
    };

    private static string[] List(AnalyzerConfigOptions options, string key) => options.TryGetValue(Prefix + key, out var text)
        ? [.. text.Split(['|'], StringSplitOptions.RemoveEmptyEntries).Select(static entry => entry.Trim()).Where(static entry => entry.Length > 0)]
        : [];

    private static T Choice<T>(AnalyzerConfigOptions options, string key, T standard)
        where T : struct, Enum =>
        options.TryGetValue(Prefix + key, out var text) && Enum.TryParse<T>(text.Trim(), ignoreCase: true, out var value) && Enum.IsDefined(typeof(T), value)
            ? value
            : standard;
}
